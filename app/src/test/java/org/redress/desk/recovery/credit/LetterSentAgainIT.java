package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.fault.Area;
import org.redress.desk.recovery.credit.CreditShare.Told;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.ground.notification.MessageId;
import org.redress.ground.notification.Resent;
import org.redress.ground.party.Consents;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters about a run that were lost: they are sent again, more are lost, or the run is taken back. */
@RedressIT
@Tag("S4.3")
class LetterSentAgainIT {

    private static final String POSTED = "credit.posted";

    @Autowired
    HitTown towns;

    @Autowired
    TownRuns townRuns;

    @Autowired
    CreditFiles files;

    @Autowired
    Customers customers;

    @Autowired
    Consents consents;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    private Town town;

    @BeforeEach
    void found() {
        town = towns.found(3);
    }

    private @Nullable Told told(CreditRun run, CustomerId customer) {
        return townRuns.share(town, run, customer).told();
    }

    /** Its letter comes back. */
    private MessageId lost(CreditShare share, String code) {
        return deliveries.lose(town.command(), CreditRuns.SUBJECT, share.id(), code);
    }

    private long bells(CreditRun run) {
        return jdbc.sql("""
                        select count(*) from notification.message
                         where bureau = ? and subject = ? and code = 'credit.unreached' and address = ?
                        """)
                .params(
                        town.command().bureau().value(),
                        run.id().value(),
                        town.head().staff().value().toString())
                .query(Long.class)
                .single();
    }

    /** Whoever proposed it has read every bell, whether it was delivered already or is only now. */
    private void read(CreditRun run) {
        jdbc.sql("""
                        insert into notification.inbox (bureau, staff, id, title, body, link, arrived_at, read_at)
                        select bureau, address::uuid, id, '', '', link, now(), now() from notification.message
                         where bureau = ? and subject = ? and code = 'credit.unreached'
                            on conflict (bureau, staff, id) do update set read_at = now()
                        """).params(town.command().bureau().value(), run.id().value()).update();
    }

    @Test
    void whose_letter_is_sent_again_counts_as_told_again_until_it_is_lost_once_more() {
        CreditRun run = townRuns.posted(town, towns.outage(town));
        CustomerId who = town.customers().getFirst();
        MessageId letter = lost(townRuns.share(town, run, who), POSTED);
        assertThat(told(run, who)).isEqualTo(Told.UNDELIVERED);

        deliveries.resend(town.head(), letter);
        assertThat(told(run, who)).isEqualTo(Told.SENT);
        assertThat(files.unreached(town.head(), run, null, 9)).isEmpty();

        lost(townRuns.share(town, run, who), POSTED);
        deliveries.tell(
                town.command(),
                Resent.TOPIC,
                new Resent(
                        letter.value(),
                        CreditRuns.SUBJECT,
                        townRuns.share(town, run, who).id(),
                        POSTED));
        assertThat(told(run, who))
                .as("what comes late does not hide that it is lost")
                .isEqualTo(Told.UNDELIVERED);

        townRuns.reversed(town, run);
        MessageId back = lost(townRuns.share(town, run, who), CreditNotices.REVERSED);
        assertThat(told(run, who)).isEqualTo(Told.UNDELIVERED);
        deliveries.resend(town.head(), back);
        assertThat(told(run, who)).isEqualTo(Told.SENT);
    }

    @Test
    void of_more_that_are_lost_whoever_proposed_the_run_hears_once_they_have_read_of_the_first() {
        CreditRun run = townRuns.posted(town, towns.outage(town));
        List<CreditShare> shares = files.shares(town.head(), run, null, 9).stream()
                .sorted(Comparator.comparing(CreditShare::id))
                .toList();
        lost(shares.get(0), POSTED);
        lost(shares.get(1), POSTED);
        assertThat(bells(run)).isEqualTo(1);
        read(run);
        lost(shares.get(2), POSTED);
        assertThat(bells(run)).isEqualTo(2);
        lost(shares.get(1), POSTED);
        assertThat(bells(run)).as("the second is not read").isEqualTo(2);
        read(run);
        lost(shares.get(0), POSTED);
        assertThat(bells(run)).as("the first is lost once more").isEqualTo(3);
    }

    @Test
    void all_who_were_noted_hear_that_a_run_is_taken_back_as_far_as_they_can_and_of_the_others_somebody_hears() {
        CustomerId nowhere = Objects.requireNonNull(customers
                .match(town.command(), List.of(new CustomerDraft("town", "X", "没有电话的客户", null, null, null, null)))
                .getFirst());
        towns.line(town.command(), nowhere, "0571-80000099", Area.URBAN, "30.00");
        CustomerId shy = town.customers().get(0);
        CustomerId missed = town.customers().get(1);
        consents.note(town.agent(), shy, ReachPoint.Kind.MOBILE, false, "来电说不要发短信");
        CreditRun run = townRuns.posted(town, towns.outage(town));
        lost(townRuns.share(town, run, missed), POSTED);
        assertThat(Stream.of(shy, missed, nowhere).map(one -> Objects.requireNonNull(told(run, one))))
                .containsExactly(Told.WITHHELD, Told.UNDELIVERED, Told.NO_WAY);
        long before = bells(run);
        read(run);

        townRuns.reversed(town, run);
        assertThat(back(shy)).isEqualTo("WITHHELD");
        assertThat(back(missed)).isEqualTo("SENT");
        assertThat(back(nowhere)).isEqualTo("NO_WAY");
        assertThat(bells(run)).isGreaterThan(before);
    }

    private String back(CustomerId customer) {
        return jdbc.sql("select coalesce(told_back, '') from recovery.credit_share where bureau = ? and customer = ?")
                .params(town.command().bureau().value(), customer.value())
                .query(String.class)
                .single();
    }
}
