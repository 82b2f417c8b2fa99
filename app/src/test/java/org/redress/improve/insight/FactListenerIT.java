package org.redress.improve.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.TicketChanged;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Ids;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RedressIT
class FactListenerIT {

    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00Z");

    @Autowired
    Offices offices;

    @Autowired
    SomeFacts facts;

    @Autowired
    Causes causes;

    @Autowired
    JdbcTemplate jdbc;

    private Map<String, @Nullable Object> row(Actor actor, UUID ticket) {
        return jdbc.queryForMap(
                "select * from insight.fact where bureau = ? and ticket = ?",
                actor.bureau().value(),
                ticket);
    }

    @Test
    void the_newest_version_holds_whatever_the_order_and_however_often() {
        Actor actor = offices.found();
        UUID ticket = Ids.next();
        TicketChanged.Fact first = SomeFacts.fact(actor, ticket, 1, "acknowledged", "North", null, RECEIVED);
        TicketChanged.Fact third = SomeFacts.fact(actor, ticket, 3, "resolved", "South", "billing", RECEIVED);
        TicketChanged.Fact second = SomeFacts.fact(actor, ticket, 2, "inProgress", "North", "billing", RECEIVED);
        facts.send(actor, List.of(first));
        facts.send(actor, List.of(third));
        Map<String, @Nullable Object> before = row(actor, ticket);
        facts.send(actor, List.of(second, third, first, third));
        assertThat(row(actor, ticket)).isEqualTo(before);
        assertThat(before).containsEntry("state", "resolved").containsEntry("place", "South");
    }

    @Test
    void the_moment_of_classifying_is_kept_while_the_type_stays_and_moves_when_it_changes() {
        Actor actor = offices.found();
        UUID ticket = Ids.next();
        facts.send(actor, List.of(SomeFacts.fact(actor, ticket, 1, "acknowledged", "", null, RECEIVED)));
        assertThat(row(actor, ticket).get("classified_at")).isNull();
        facts.send(actor, List.of(SomeFacts.fact(actor, ticket, 2, "inProgress", "", "billing", RECEIVED)));
        Object classified = row(actor, ticket).get("classified_at");
        assertThat(classified).isNotNull();
        facts.send(actor, List.of(SomeFacts.fact(actor, ticket, 3, "resolved", "", "billing", RECEIVED)));
        assertThat(row(actor, ticket)).containsEntry("classified_at", classified);
    }

    @Test
    void a_cause_that_was_named_before_the_first_message_comes_in_with_it() {
        Actor actor = offices.found();
        UUID ticket = Ids.next();
        UUID cause = causes.offered(actor).getFirst().id().value();
        jdbc.update(
                "insert into insight.finding values (?, ?, 1, ?, '', ?, now())",
                actor.bureau().value(),
                ticket,
                cause,
                actor.staff().value());
        facts.send(actor, List.of(SomeFacts.fact(actor, ticket, 1, "inProgress", "", null, RECEIVED)));
        assertThat(row(actor, ticket)).containsEntry("cause", cause);
    }

    @Test
    void ticket_of_one_bureau_is_not_one_of_another() {
        Actor here = offices.found();
        Actor there = offices.found();
        UUID ticket = Ids.next();
        facts.send(here, List.of(SomeFacts.fact(here, ticket, 5, "closed", "", null, RECEIVED)));
        facts.send(there, List.of(SomeFacts.fact(there, ticket, 1, "acknowledged", "", null, RECEIVED)));
        assertThat(row(here, ticket)).containsEntry("state", "closed");
        assertThat(row(there, ticket)).containsEntry("state", "acknowledged");
    }
}
