package org.redress.desk.ticket;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets in numbers, written past the product: for what only shows in a full table. */
final class ManyTickets {

    private ManyTickets() {}

    /** Adds tickets that ended long ago and open ones of all states, owned in turn by two people of two units. */
    static void add(JdbcClient jdbc, DeskFixture desk, int ended, int open) {
        jdbc.sql("""
                        insert into ticket.ticket
                          (bureau, id, number, kind, state, state_since, subject, subject_key, description, responsible, unit,
                           taken_at, channel, received_at, created_at, source, failure_type, classified_by, classified_at,
                           due_at, paused, resolved_at, closed_at, reply_ended_at, in_time, severity, grade)
                        select :bureau, gen_random_uuid(), g.number, 'COMPLAINT', g.state, g.at, 'generated', 'generated', 'x',
                               case when n % 2 = 0 then :lin::uuid else :he::uuid end,
                               case when n % 2 = 0 then :hotLine::uuid else :counter::uuid end,
                               case when n % 5 = 0 then null else g.at end, 'HOT_LINE', g.at, g.at, 'generated',
                               case when n % 3 = 0 then null else 'x' end,
                               case when n % 3 = 0 then null else :lin::uuid end,
                               case when n % 3 = 0 then null else g.at end,
                               case when g.state in ('acknowledged', 'inProgress') then g.at + interval '15 days' else 'infinity' end,
                               g.state = 'pending',
                               case when g.state in ('closed', 'resolved') then g.at + interval '3 days' end,
                               case when g.state = 'closed' then g.at + interval '4 days' end,
                               case when g.state in ('closed', 'resolved') then g.at + interval '3 days' end,
                               case when g.state in ('closed', 'resolved') then true end,
                               case when n % 7 = 0 then -1 else n % 90 end,
                               case when n % 7 = 0 then null when n % 90 < 20 then 'MINOR' when n % 90 < 40 then 'NOTABLE'
                                    when n % 90 < 70 then 'GRAVE' else 'CRITICAL' end
                          from (select n, (1000000 + n) * 10 + 0 as number,
                                       case when n <= :ended then 'closed'
                                            else (array['acknowledged', 'inProgress', 'pending', 'resolved'])[1 + n % 4] end as state,
                                       case when n <= :ended then now() - interval '400 days' - n * interval '1 minute'
                                            else now() - (n % 30) * interval '1 day' end as at
                                  from generate_series(1, :all) n) g
                        """)
                .param("bureau", desk.bureau.id().value())
                .param("lin", desk.lin.staff().value())
                .param("he", desk.he.staff().value())
                .param("hotLine", desk.hotLine.id().value())
                .param("counter", desk.counter.id().value())
                .param("ended", ended)
                .param("all", ended + open)
                .update();
        // The numbers get their check digits as the product reckons them.
        java.util.List<Long> serials = jdbc.sql("select number / 10 from ticket.ticket where bureau = ?")
                .param(desk.bureau.id().value())
                .query((row, n) -> row.getLong(1))
                .list();
        jdbc.sql("""
                        update ticket.ticket t set number = v.number
                          from unnest(?::bigint[], ?::bigint[]) as v (serial, number)
                         where t.bureau = ? and t.number = v.serial * 10
                        """)
                .params(
                        serials.toArray(Long[]::new),
                        serials.stream()
                                .map(serial -> TicketNumber.ofSerial(serial).value())
                                .toArray(Long[]::new),
                        desk.bureau.id().value())
                .update();
        jdbc.sql("vacuum analyze ticket.ticket").update();
    }
}
