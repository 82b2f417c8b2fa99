package org.redress.desk.recovery.pattern;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people gave and stands, or may yet, without what somebody has looked at already; from the ledger's table. */
@Repository
class GivenRows {

    /** By choice, and what was owed by somebody's word that a late installation works, as if they had given it. */
    private static final String GIVEN = """
            select c.* from
              (select bureau, id, day, customer, ticket, type, giver, amount, currency, account, false as owed
                 from recovery.compensation where basis = 'GOODWILL'
               union all
               select m.bureau, m.id, m.day, m.customer, m.ticket, m.type, d.said_by, m.amount, m.currency, m.account, true
                 from recovery.install_damages d
                 join recovery.compensation m on m.bureau = d.bureau and m.id = d.compensation
                where d.said_by is not null) c
            """;

    private static final String STANDS = """
             and c.account in ('PENDING', 'PROMISED', 'POSTED')
               and not exists (select from recovery.pattern_case k
                                 join recovery.pattern p on p.bureau = k.bureau and p.id = k.pattern and p.state <> 'OPEN'
                                where k.bureau = c.bureau and k.kind = :kind and k.subject = :subject
                                  and k.compensation = c.id)
             order by c.day desc, c.id desc limit :most
            """;
    static final String OF_GIVER = GIVEN + " where c.bureau = :bureau and c.giver = :giver and c.day >= :since"
            + " and c.amount between :from and :until" + STANDS;
    static final String OF_CUSTOMERS =
            GIVEN + " where c.bureau = :bureau and c.customer = any(:customers) and c.day >= :since" + STANDS;
    static final String OF_TICKETS =
            GIVEN + " where c.bureau = :bureau and c.ticket = any(:tickets) and c.customer = :customer"
                    + " and c.day >= :since" + STANDS;
    static final String ON_SEVERAL = """
            select customer from recovery.compensation
             where bureau = :bureau and ticket = any(:tickets) and customer is not null and basis = 'GOODWILL' and day >= :since
               and account in ('PENDING', 'PROMISED', 'POSTED')
             group by customer having count(distinct ticket) > 1 order by customer
            """;
    static final String OF_PATTERN = GIVEN + """
              join recovery.pattern_case k on k.bureau = c.bureau and k.compensation = c.id
             where k.bureau = :bureau and k.pattern = :pattern order by c.day desc, c.id desc limit :most
            """;

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    GivenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of some that stand, or may yet. */
    List<PatternCase> of(BureauId bureau, Collection<UUID> ids) {
        return jdbc.sql(GIVEN
                        + " where c.bureau = ? and c.id = any(?) and c.account in ('PENDING', 'PROMISED', 'POSTED')")
                .params(bureau.value(), ids.toArray(UUID[]::new))
                .query((row, n) -> one(row))
                .list();
    }

    /** What somebody gave since a day, of sums between two. */
    List<PatternCase> ofGiver(BureauId bureau, StaffId giver, LocalDate since, BigDecimal from, BigDecimal until) {
        return list(
                OF_GIVER,
                bureau,
                Map.of(
                        "giver",
                        giver.value(),
                        "since",
                        since,
                        "from",
                        from,
                        "until",
                        until,
                        "kind",
                        PatternKind.BELOW_LIMIT.name(),
                        "subject",
                        giver.value()));
    }

    List<PatternCase> ofCustomers(
            BureauId bureau, Collection<CustomerId> customers, LocalDate since, PatternKind kind, UUID subject) {
        return list(
                OF_CUSTOMERS,
                bureau,
                Map.of(
                        "customers",
                        customers.stream().map(CustomerId::value).toArray(UUID[]::new),
                        "since",
                        since,
                        "kind",
                        kind.name(),
                        "subject",
                        subject));
    }

    /** The customers who were compensated on more than one of these tickets since a day. */
    List<CustomerId> onSeveral(BureauId bureau, Collection<TicketId> tickets, LocalDate since) {
        return jdbc.sql(ON_SEVERAL)
                .param("bureau", bureau.value())
                .param("tickets", ids(tickets))
                .param("since", since)
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    List<PatternCase> ofTickets(
            BureauId bureau,
            Collection<TicketId> tickets,
            CustomerId customer,
            LocalDate since,
            PatternKind kind,
            UUID subject) {
        return list(
                OF_TICKETS,
                bureau,
                Map.of(
                        "tickets",
                        ids(tickets),
                        "customer",
                        customer.value(),
                        "since",
                        since,
                        "kind",
                        kind.name(),
                        "subject",
                        subject));
    }

    private static UUID[] ids(Collection<TicketId> tickets) {
        return tickets.stream().map(TicketId::value).toArray(UUID[]::new);
    }

    List<PatternCase> ofPattern(BureauId bureau, PatternId pattern) {
        return list(OF_PATTERN, bureau, Map.of("pattern", pattern.value()));
    }

    private List<PatternCase> list(String sql, BureauId bureau, Map<String, ?> params) {
        return new ArrayList<>(jdbc.sql(sql)
                .param("bureau", bureau.value())
                .param("most", MOST)
                .params(params)
                .query((row, n) -> one(row))
                .list());
    }

    private static PatternCase one(ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        UUID customer = row.getObject("customer", UUID.class);
        return new PatternCase(
                row.getObject("id", UUID.class),
                row.getObject("day", LocalDate.class),
                new StaffId(row.getObject("giver", UUID.class)),
                customer == null ? null : new CustomerId(customer),
                row.getObject("ticket", UUID.class),
                row.getString("type"),
                row.getBoolean("owed"),
                Money.of(currency, row.getBigDecimal("amount").setScale(currency.getDecimalPlaces())));
    }
}
