package org.redress.desk.recovery.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.SomeFailures;
import org.redress.desk.recovery.SomeMoney;
import org.redress.desk.recovery.duplicate.Earlier.Likeness;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.taxonomy.NewType;
import org.redress.desk.recovery.taxonomy.TaxonomyVersions;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Posts;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

/** What failed is compared as it is known now, not as it was when something was given for it. */
@RedressIT
@Tag("S4.3")
class DuplicateTypesIT {

    private static final String PHONE = "13812342046";
    private static final String NOTHING = "请给我回个电话";

    @Autowired
    private Offices offices;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Remedies remedies;

    @Autowired
    private Compensations ledger;

    @Autowired
    private TaxonomyVersions versions;

    @Autowired
    private DuplicateGuard guard;

    private SomeMoney all;

    @BeforeEach
    void found() {
        all = new SomeMoney(offices, tickets, remedies);
    }

    private List<Likeness> seen(TicketId ticket) {
        return guard.look(all.agent, tickets.get(all.agent, ticket)).given().stream()
                .map(Earlier::likeness)
                .toList();
    }

    private Besides besides(Remedy one) {
        CompensationId id = new CompensationId(one.id().value());
        return Objects.requireNonNull(guard.besides(all.product.bureau(), List.of(ledger.get(all.head, id)))
                .get(id));
    }

    private void classify(TicketId ticket, String type) {
        SomeFailures.done(tickets.classify(
                all.agent, ticket, tickets.get(all.agent, ticket).version(), type));
    }

    @Test
    void what_was_given_before_anybody_knew_what_failed_is_compared_by_what_is_known_since() {
        TicketId first = all.ticket(PHONE, NOTHING);
        assertThat(tickets.get(all.agent, first).suggestion()).isNull();
        all.give(all.agent, first, "20");
        TicketId again = all.ticket(PHONE, "宽带断网，上不了网", Channel.WEB);
        assertThat(seen(again)).as("nobody knows").containsExactly(Likeness.OPEN_AT_ONCE);

        classify(first, "invoice");
        assertThat(seen(again)).isEmpty();
        classify(first, "no-service");
        assertThat(seen(again)).containsExactly(Likeness.OPEN_AT_ONCE);
        Remedy second = all.give(all.agent, again, "10", "客户坚持");
        assertThat(second.waits()).isTrue();
        assertThat(besides(second)).isEqualTo(new Besides(SomeMoney.yuan("20"), true));
    }

    @Test
    void a_type_that_was_only_suggested_when_it_was_given_and_decided_otherwise_later_is_the_decided_one() {
        TicketId first = all.ticket(PHONE, "发票没有开");
        all.give(all.agent, first, "20");
        TicketId again = all.ticket(PHONE, "宽带断网，上不了网", Channel.WEB);
        Remedy second = all.give(all.agent, again, "10");
        assertThat(besides(second)).isEqualTo(new Besides(SomeMoney.yuan("0"), false));

        classify(first, "no-service");
        assertThat(seen(again)).contains(Likeness.OPEN_AT_ONCE);
        assertThat(besides(second)).isEqualTo(new Besides(SomeMoney.yuan("20"), true));
    }

    @Test
    void types_that_were_merged_or_split_since_are_the_same_failure_by_another_name() {
        TicketId first = all.ticket(PHONE, "网速太慢了");
        all.give(all.agent, first, "20");
        versions.split(
                offices.hire(all.product, Posts.QUALITY, "3001"),
                1,
                "slow-broadband",
                List.of(new NewType("晚上慢", "Slow at night"), new NewType("一直慢", "Always slow")),
                1,
                "夜里另有原因");
        TicketId again = all.ticket(PHONE, "网速太慢了", Channel.WEB);

        assertThat(seen(again)).containsExactly(Likeness.OPEN_AT_ONCE);
        assertThat(besides(all.give(all.agent, again, "10", "客户坚持")))
                .isEqualTo(new Besides(SomeMoney.yuan("20"), true));
    }

    @Test
    void where_nobody_knows_what_failed_on_either_ticket_nobody_gives_twice_alone() {
        all.give(all.agent, all.ticket(PHONE, NOTHING), "20");
        TicketId again = all.ticket(PHONE, NOTHING, Channel.WEB);

        assertThat(seen(again)).containsExactly(Likeness.OPEN_AT_ONCE);
        assertThatThrownBy(() -> all.give(all.agent, again, "10"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("remedy.earlier"));
        assertThat(all.give(all.head, again, "10", "查过了，是两次").waits()).isTrue();
    }
}
