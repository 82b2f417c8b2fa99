package org.redress.improve.insight.effect;

import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Fills a bureau with customers who are invented, every fifth of them with a failure that was closed, every tenth with a remedy
 * and an answer, to measure how fast figures are reckoned.
 */
@Component
public class EffectTrial {

    private static final String ID = "('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid";

    /** Each asks for the bureau, and for the number of customers. */
    private static final String[] FACTS = {
        """
        insert into insight.effect_customer (bureau, customer, version, segment, band, monthly, since, left_on, failed)
        select ?, %1$s, 1, case when n %% 12 = 0 then 'BUSINESS' else 'RESIDENTIAL' end, 5 + n %% 4, 39 + n %% 90,
               current_date - 400 - n %% 3000, case when n %% 11 = 0 then current_date - n %% 300 end, n %% 5 = 0
          from generate_series(1, ?) n
        """, """
        insert into insight.effect_standing (bureau, customer, version, known_on, segment, band, monthly)
        select ?, %1$s, 1, current_date - 400, case when n %% 12 = 0 then 'BUSINESS' else 'RESIDENTIAL' end, 5 + n %% 4, 39 + n %% 90
          from generate_series(1, ?) n
        """, """
        insert into insight.effect_case (bureau, ticket, number, version, customer, type, failed_on, closed, counts, closed_at)
        select ?, %1$s, n, 3, %1$s, (array['no-service', 'slow-broadband', 'billed-wrongly', 'repair-late'])[1 + n / 5 %% 4],
               current_date - n %% 360 - 2, true, true, now() - n %% 360 * interval '1 day'
          from generate_series(5, ?, 5) n
        """, """
        insert into insight.effect_remedy (bureau, remedy, ticket, kind, amount, currency, given_at)
        select ?, %1$s, %1$s, (array['bill-credit', 'apology', 'gift'])[1 + n / 10 %% 3],
               case when n / 10 %% 3 = 1 then null else 10 end, case when n / 10 %% 3 = 1 then null else 'CNY' end,
               now() - (n %% 360 + 1) * interval '1 day'
          from generate_series(10, ?, 10) n
        """, """
        insert into insight.effect_answer (bureau, follow_up, ticket, customer, recovery, service, on_day)
        select ?, %1$s, %1$s, %1$s, 1 + n / 10 %% 5, 1 + n / 10 %% 5, current_date
          from generate_series(10, ?, 10) n
        """,
    };

    /** What the facts say at the least, each table read once: failures by month and kind of customer, with remedies and answers. */
    private static final String BARE = """
            select date_trunc('month', k.failed_on), c.segment, c.band, count(*),
                   count(*) filter (where c.left_on is null or c.left_on > k.failed_on + 90), count(k.ticket), count(r.remedy),
                   sum(r.amount), avg(a.recovery), avg(a.service)
              from insight.effect_customer c
              left join insight.effect_case k on k.bureau = c.bureau and k.customer = c.customer
              left join insight.effect_remedy r on r.bureau = k.bureau and r.ticket = k.ticket
              left join insight.effect_answer a on a.bureau = k.bureau and a.ticket = k.ticket
             where c.bureau = ? group by 1, 2, 3
            """;

    private final JdbcTemplate jdbc;
    private final Reckoner reckoner;
    private final Bureaus bureaus;

    EffectTrial(JdbcTemplate jdbc, Reckoner reckoner, Bureaus bureaus) {
        this.jdbc = jdbc;
        this.reckoner = reckoner;
        this.bureaus = bureaus;
    }

    /** Fills a bureau that has nobody, and lets the database know how much there is; outside of a transaction. */
    public void fill(Actor command, int customers) {
        command.require(Action.MANAGE, RecoveryEffects.KIND);
        for (String facts : FACTS) {
            jdbc.update(facts.formatted(ID), command.bureau().value(), customers);
        }
        for (String table :
                new String[] {"effect_customer", "effect_standing", "effect_case", "effect_remedy", "effect_answer"}) {
            jdbc.execute("vacuum analyze insight." + table);
        }
    }

    /** Reckons all figures anew. */
    public void reckon(Actor command) {
        command.require(Action.MANAGE, RecoveryEffects.KIND);
        reckoner.reckon(bureaus.get(command.bureau()));
    }

    /** Asks the database itself, in one statement, for less; how many rows it answers. */
    public int bare(Actor command) {
        command.require(Action.MANAGE, RecoveryEffects.KIND);
        return jdbc.queryForList(BARE, command.bureau().value()).size();
    }
}
