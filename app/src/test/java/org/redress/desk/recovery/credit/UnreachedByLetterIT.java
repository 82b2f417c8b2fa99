package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.credit.CreditShare.Told;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.Consents;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.ReachPoint;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Whom a letter about a run has not reached counts as not told, and somebody hears of it. */
@RedressIT
@Tag("S4.3")
class UnreachedByLetterIT {

    @Autowired
    HitTown towns;

    @Autowired
    TownRuns townRuns;

    @Autowired
    CreditFiles files;

    @Autowired
    Consents consents;

    @Autowired
    Staff staff;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Town town;

    @BeforeEach
    void found() {
        town = towns.found(3);
    }

    private List<CreditShare> shares(CreditRun run) {
        return files.shares(town.head(), run, null, 9);
    }

    private void lost(CreditShare share, String code) {
        deliveries.lose(town.command(), CreditRuns.SUBJECT, share.id(), code);
    }

    private long bells(CreditRun run, Actor of) {
        return jdbc.sql("""
                        select count(*) from notification.message
                         where bureau = ? and subject = ? and code = 'credit.unreached' and address = ?
                        """)
                .params(
                        town.command().bureau().value(),
                        run.id().value(),
                        of.staff().value().toString())
                .query(Long.class)
                .single();
    }

    private long written(String code) {
        return jdbc.sql("select count(*) from notification.message where bureau = ? and code = ?")
                .params(town.command().bureau().value(), code)
                .query(Long.class)
                .single();
    }

    @Test
    void whoever_proposed_a_run_hears_of_letters_that_came_back_and_they_count_as_not_told() throws Exception {
        CreditRun run = townRuns.posted(town, towns.outage(town));
        assertThat(files.unreached(town.head(), run, null, 9)).isEmpty();
        CreditShare first = shares(run).get(0);
        lost(first, "credit.posted");
        lost(shares(run).get(1), "credit.posted");

        assertThat(files.unreached(town.head(), run, null, 9))
                .extracting(CreditShare::customer, CreditShare::told)
                .containsExactly(
                        tuple(first.customer(), Told.UNDELIVERED),
                        tuple(shares(run).get(1).customer(), Told.UNDELIVERED));
        assertThat(bells(run, town.head()))
                .as("no more of them before the first was read")
                .isEqualTo(1);
        assertThat(files.sample(town.command(), run.id(), 100, 100))
                .as("nobody is asked how they liked what they have not heard of")
                .containsExactly(shares(run).get(2).customer());
        Browser head = Browser.of(web, town.head());
        String path = "/credits/" + run.id().value();
        assertThat(head.look(path).page()).contains("Only who was not reached", "Was not reached", "Written to");
        assertThat(head.look(path + "?lost=true").page())
                .contains("Was not reached")
                .doesNotContain("Written to<");

        townRuns.reversed(town, run);
        assertThat(written("credit.reversed"))
                .as("whoever was noted is told that it is taken back, as far as they can be")
                .isEqualTo(3);
        lost(shares(run).get(2), "credit.reversed");
        assertThat(townRuns.share(town, run, shares(run).get(2).customer()).told())
                .isEqualTo(Told.UNDELIVERED);
    }

    @Test
    void of_one_that_was_declined_whoever_leads_hears_where_the_proposer_has_left() {
        CustomerId shy = town.customers().getFirst();
        consents.note(town.agent(), shy, ReachPoint.Kind.MOBILE, false, "来电说不要发短信");
        CreditRun run = townRuns.posted(town, towns.outage(town));
        assertThat(townRuns.share(town, run, shy).told()).isEqualTo(Told.WITHHELD);
        assertThat(bells(run, town.head())).isEqualTo(1);
        assertThat(bells(run, town.second())).isZero();

        jdbc.sql("delete from notification.message where bureau = ? and code = 'credit.unreached'")
                .param(town.command().bureau().value())
                .update();
        staff.setActive(town.command(), Offices.signIn(town.command(), "head"), false);
        lost(shares(run).get(2), "credit.posted");
        assertThat(bells(run, town.head())).isZero();
        assertThat(bells(run, town.second())).isEqualTo(1);
    }
}
