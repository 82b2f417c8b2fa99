package org.redress.desk.recovery.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.redress.desk.contact.CustomerPanel;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs of credits that gave a customer something who never reported the problem, in their file; what is on tickets stands there. */
@Component
class CreditedPanel implements CustomerPanel {

    static final String OF_CUSTOMER = """
            with s as materialized (select run, statutory + rent + extra as sum from recovery.credit_share
                                     where bureau = :bureau and customer = :customer)
            select r.id, r.place, r.began_at, r.currency, s.sum from s
              join recovery.credit_run r on r.bureau = :bureau and r.id = s.run
             where r.state = 'POSTED' and s.sum > 0
             order by r.began_at desc limit :limit
            """;

    private static final int ORDER = 11;
    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final Remedies remedies;

    CreditedPanel(JdbcClient jdbc, Remedies remedies) {
        this.jdbc = jdbc;
        this.remedies = remedies;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, List<TicketCard> tickets) {
        return Optional.empty();
    }

    @Override
    public Optional<View> above(Actor actor, Asked asked) {
        List<Credited> all = jdbc.sql(OF_CUSTOMER)
                .param("bureau", actor.bureau().value())
                .param("customer", asked.customer().value())
                .param("limit", MOST)
                .query((row, n) -> credited(actor, row))
                .list();
        Set<UUID> onTickets = all.isEmpty() ? Set.of() : onTickets(actor, asked.tickets());
        List<Credited> silent =
                all.stream().filter(one -> !onTickets.contains(one.run())).toList();
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of(new View("credit/file.jte", Map.of("credited", silent)));
    }

    private Set<UUID> onTickets(Actor actor, List<TicketCard> tickets) {
        return remedies.of(actor, tickets.stream().map(TicketCard::id).toList()).values().stream()
                .flatMap(List::stream)
                .map(Remedy::run)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Credited credited(Actor actor, ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return new Credited(
                row.getObject("id", UUID.class),
                row.getString("place"),
                LocalDate.ofInstant(Moments.get(row, "began_at"), actor.zone()),
                CreditRows.money(currency, row.getBigDecimal("sum")));
    }
}
