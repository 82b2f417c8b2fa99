package org.redress.desk.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts names to the ids of list rows: a fixed number of queries for any number of rows. */
@Component
class Cards {

    private final JdbcClient jdbc;
    private final Staff staff;
    private final Customers customers;
    private final Leads leads;

    Cards(JdbcClient jdbc, Staff staff, Customers customers, Leads leads) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.customers = customers;
        this.leads = leads;
    }

    List<TicketCard> of(Actor actor, List<CardRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<StaffId, StaffMember> people =
                staff.members(actor, rows.stream().map(CardRow::responsible).toList());
        Map<CustomerId, CustomerCard> known = known(actor, rows);
        Map<TicketId, TicketId> leading =
                leads.of(actor, rows.stream().map(CardRow::id).toList());
        return rows.stream()
                .map(row -> row.card(
                        row.customer() == null ? null : known.get(row.customer()),
                        people.containsKey(row.responsible())
                                ? people.get(row.responsible()).name()
                                : "",
                        leading.get(row.id())))
                .toList();
    }

    private Map<CustomerId, CustomerCard> known(Actor actor, List<CardRow> rows) {
        if (!actor.may(Action.READ, "customer")) {
            return Map.of();
        }
        return customers.cards(
                actor,
                rows.stream()
                        .map(CardRow::customer)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    /** The cards of these tickets in this order, without those outside the reader's scope. */
    List<TicketCard> of(Actor actor, Collection<TicketId> ids) {
        Reach reach = Reach.of(actor, Action.READ);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<TicketId, CardRow> rows = jdbc
                .sql("select " + CardRow.COLUMNS + " from ticket.ticket t where " + reach.sql()
                        + " and t.id = any(:ids)")
                .params(reach.params())
                .param("ids", ids.stream().map(TicketId::value).toArray(UUID[]::new))
                .query((row, n) -> CardRow.of(row, "received_at"))
                .list()
                .stream()
                .collect(Collectors.toMap(CardRow::id, Function.identity()));
        return of(
                actor,
                ids.stream().distinct().map(rows::get).filter(Objects::nonNull).toList());
    }
}
