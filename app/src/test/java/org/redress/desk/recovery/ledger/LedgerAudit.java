package org.redress.desk.recovery.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of a bureau's book whatever has happened in it, reckoned from its rows. */
final class LedgerAudit {

    /** What stands of a case, the highest limit of those whose yes it has, and how many they are for one of its sums. */
    record Case(long sums, BigDecimal given, BigDecimal most, int people, BigDecimal second) {

        /** Whether two people have to approve it. */
        boolean large() {
            return given.compareTo(second) > 0;
        }
    }

    private final JdbcClient jdbc;
    private final Balances balances;
    private final Actor product;
    private final int bureau;

    LedgerAudit(JdbcClient jdbc, Balances balances, Actor product) {
        this.jdbc = jdbc;
        this.balances = balances;
        this.product = product;
        bureau = product.bureau().value();
    }

    void balanced() {
        assertThat(balances.drift(product)).isZero();
        assertThat(amount("select coalesce(sum(amount), 0) from recovery.line where bureau = ?"))
                .isZero();
        assertThat(count("""
                        select count(*) from recovery.compensation c where c.bureau = ? and c.account <>
                          (select e.target from recovery.entry e where e.bureau = c.bureau and e.compensation = c.id
                              and not exists (select from recovery.entry n where n.bureau = e.bureau
                                                 and n.compensation = e.compensation and n.source = e.target))
                        """)).isZero();
    }

    void withinLimits() {
        assertThat(count("""
                        select count(*) from recovery.compensation c where c.bureau = ? and c.account in ('PROMISED', 'POSTED')
                           and not exists (select from recovery.approval p join identity.staff s on s.bureau = p.bureau and s.id = p.decided_by
                                             join rulebook.rule r on r.bureau = p.bureau and r.code = 'authority.case.' || s.post
                                            where p.bureau = c.bureau and p.compensation = c.id and p.verdict = 'YES'
                                              and p.need in ('OWN', 'AUTHORITY') and r.amount >= c.amount)
                        """)).as("above the limit of a case").isZero();
        assertThat(count("""
                        select count(*) from (
                          select sum(c.amount) as given, max(r.amount) as most from recovery.approval p
                            join recovery.compensation c on c.bureau = p.bureau and c.id = p.compensation
                            join identity.staff s on s.bureau = p.bureau and s.id = p.decided_by
                            join rulebook.rule r on r.bureau = p.bureau and r.code = 'authority.day.' || s.post
                           where p.bureau = ? and p.verdict = 'YES' and p.need in ('OWN', 'AUTHORITY')
                             and c.account in ('PENDING', 'PROMISED', 'POSTED')
                           group by p.decided_by, p.decided_on) d where d.given > d.most
                        """)).as("above the limit of a day").isZero();
        assertThat(count("""
                        select count(*) from (
                          select sum(c.amount) as given, max(r.amount) as most from recovery.compensation c
                            join recovery.approval p on p.bureau = c.bureau and p.compensation = c.id and p.verdict = 'YES'
                                                    and p.need in ('OWN', 'AUTHORITY')
                            join identity.staff s on s.bureau = p.bureau and s.id = p.decided_by
                            join rulebook.rule r on r.bureau = p.bureau and r.code = 'authority.customer.' || s.post
                           where c.bureau = ? and c.account in ('PROMISED', 'POSTED') group by c.customer) y where y.given > y.most
                        """)).as("above the limit of a customer's year").isZero();
        assertThat(count("""
                        select count(*) from recovery.approval p where p.bureau = ? and p.need <> 'OWN' and p.decided_by = p.giver
                        """)).isZero();
    }

    /** What goes over it has its holder's yes. */
    void withinBudget(BigDecimal sum) {
        assertThat(amount("""
                        select coalesce(sum(c.amount) filter (where not exists (
                                  select from recovery.approval p where p.bureau = c.bureau and p.compensation = c.id and p.need = 'BUDGET')), 0)
                          from recovery.compensation c where c.bureau = ? and c.account in ('PROMISED', 'POSTED')
                        """)).as("above the budget, without its holder").isLessThanOrEqualTo(sum);
    }

    /**
     * What stands of a case is within the limits of one who said yes to some of it, and above a sum two people said yes to the
     * same one of its sums: the last of them.
     */
    List<Case> cases(TicketId lead, TicketId joined) {
        List<Case> cases = jdbc.sql("""
                        with c as (select c.bureau, c.id, c.amount,
                                          case when c.ticket = :joined then :lead else coalesce(c.ticket, c.id) end as matter
                                     from recovery.compensation c
                                    where c.bureau = :bureau and c.account in ('PROMISED', 'POSTED')),
                             one as (select c.matter, c.amount, max(r.amount) filter (where p.need <> 'REVIEW') as most,
                                            count(distinct p.decided_by) as people
                                       from c join recovery.approval p on p.bureau = c.bureau and p.compensation = c.id
                                                  and p.verdict = 'YES' and p.need <> 'BUDGET'
                                       join identity.staff s on s.bureau = p.bureau and s.id = p.decided_by
                                       join rulebook.rule r on r.bureau = p.bureau and r.code = 'authority.case.' || s.post
                                      group by c.matter, c.id, c.amount)
                        select count(*) as sums, sum(amount) as given, max(most) as most, max(people) as people,
                               (select amount from rulebook.rule where bureau = :bureau and code = 'approval.second') as second
                          from one group by matter
                        """)
                .param("bureau", bureau)
                .param("lead", lead.value())
                .param("joined", joined.value())
                .query((row, n) -> new Case(
                        row.getLong("sums"),
                        row.getBigDecimal("given"),
                        row.getBigDecimal("most"),
                        row.getInt("people"),
                        row.getBigDecimal("second")))
                .list();
        assertThat(cases).allSatisfy(one -> {
            assertThat(one.given()).as("the sum of the case").isLessThanOrEqualTo(one.most());
            assertThat(one.people()).as("who approved it").isGreaterThanOrEqualTo(one.large() ? 2 : 1);
        });
        return cases;
    }

    private long count(String sql) {
        return jdbc.sql(sql).param(bureau).query(Long.class).single();
    }

    private BigDecimal amount(String sql) {
        return jdbc.sql(sql).param(bureau).query(BigDecimal.class).single();
    }
}
