package org.redress.improve.insight.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.followup.FollowUp;
import org.redress.desk.recovery.followup.FollowUps;
import org.redress.desk.recovery.followup.Marks;
import org.redress.desk.recovery.followup.SomeRecoveries;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Segment;
import org.redress.ground.party.Standing;
import org.redress.ground.party.Standings;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case keeps how the customer marked what was done, and what kind of customer it was; of who said nothing, neither. */
@RedressIT
@Tag("S8.4")
class CaseOfRecoveryIT {

    @Autowired
    Offices offices;

    @Autowired
    SomeRecoveries some;

    @Autowired
    FollowUps followUps;

    @Autowired
    Standings standings;

    @Autowired
    CaseBase cases;

    @Autowired
    CaseWork work;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor lin;
    private Actor tang;
    private Actor head;

    @BeforeEach
    void hire() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "2107");
        tang = offices.hire(command, Posts.AGENT, "2108");
        head = offices.hire(command, Posts.HEAD, "2001");
    }

    private void learn() {
        deliveries.await(command);
        Awaitility.await().until(() -> {
            work.run();
            return jdbc.sql("select not exists (select from insight.case_due where bureau = ?)")
                    .param(command.bureau().value())
                    .query(Boolean.class)
                    .single();
        });
    }

    /** How its row reads: the mark and the segment, each empty where there is none. */
    private String row(Ticket ticket) {
        return jdbc.sql("""
                        select concat_ws('/', coalesce(satisfied::text, ''), coalesce(segment, ''))
                          from insight.recovery_case where bureau = ? and ticket = ?
                        """)
                .params(command.bureau().value(), ticket.id().value())
                .query(String.class)
                .single();
    }

    private void says(Ticket ticket, int mark) {
        deliveries.await(command);
        FollowUp asked =
                Objects.requireNonNull(followUps.of(lin, List.of(ticket.id())).get(ticket.id()));
        followUps.enter(tang, asked.id(), Channel.HOT_LINE, new Marks(mark, 4, 4, 4, 9, false), "");
    }

    @Test
    void the_mark_of_the_follow_up_and_the_segment_of_the_customer_are_in_the_case() {
        CustomerId business = some.customer(lin, 2046);
        standings.put(head, new Standing(business, Segment.BUSINESS, null, null, null));
        Ticket good = some.closed(lin, business);
        Ticket bad = some.closed(lin, some.customer(lin, 2047));
        Ticket silent = some.closed(lin, some.customer(lin, 2048));
        learn();
        assertThat(row(good)).as("nobody has said anything yet").isEqualTo("/BUSINESS");

        says(good, 5);
        says(bad, 2);
        learn();

        assertThat(row(good)).isEqualTo("5/BUSINESS");
        assertThat(row(bad)).isEqualTo("2/RESIDENTIAL");
        assertThat(row(silent)).isEqualTo("/RESIDENTIAL");
        assertThat(cases.get(lin, good.id()))
                .satisfies(one -> assertThat(one.effect().satisfied()).isEqualTo(5))
                .satisfies(one -> assertThat(one.effect().worked()).isEqualTo(RecoveryCase.Worked.YES))
                .satisfies(one -> assertThat(one.context().segment()).isEqualTo(Segment.BUSINESS.name()))
                .satisfies(one -> assertThat(one.revision()).isEqualTo(2));
        assertThat(cases.get(lin, bad.id()).effect().worked()).isEqualTo(RecoveryCase.Worked.NOT);
        assertThat(cases.get(lin, silent.id()).effect().worked()).isEqualTo(RecoveryCase.Worked.UNKNOWN);
        assertThat(cases.get(lin, silent.id()).context().segment())
                .as("who is known for nothing else is residential")
                .isEqualTo(Segment.RESIDENTIAL.name());
    }
}
