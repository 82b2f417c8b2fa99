package org.redress.ground.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/** A file of complaints whose import dies twice leaves in every room what an undisturbed one leaves. */
@RedressIT
@Tag("S5.1")
class KilledImportIT {

    private static final int ROWS = 2_300;

    /** Of a row in the middle of the third batch. */
    private static final String FATAL = "1234";

    /** What two imports of one file must leave alike, told apart by what the file says and without ids, numbers and times of our own. */
    private static final Map<String, String> LEFT = Map.of(
            "tickets",
            """
            select (to_jsonb(t) - array['bureau', 'id', 'number', 'customer', 'responsible', 'unit', 'created_at', 'taken_at',
                                        'state_since', 'due_at', 'reply_ended_at', 'severity', 'grade'])::text
              from ticket.ticket t where t.bureau = ?""",
            "customers",
            """
            select concat_ws('|', c.name,
                             (select string_agg(p.kind || ' ' || p.given, ', ' order by p.kind, p.given)
                                from party.contact_point p where p.bureau = c.bureau and p.customer = c.id),
                             (select string_agg(k.kind || ' ' || k.value, ', ' order by k.kind, k.value)
                                from party.identifying_key k where k.bureau = c.bureau and k.customer = c.id))
              from party.customer c where c.bureau = ?""",
            "contact points",
            """
            select concat_ws('|', t.external_number, p.kind, p.given)
              from ticket.ticket t
              join party.contact_point p on p.bureau = t.bureau and p.customer = t.customer
             where t.bureau = ?""",
            "clocks",
            """
            select concat_ws('|', t.external_number, c.name, c.rule_code, c.ending, c.amount, c.unit)
              from commitment.clock c
              join ticket.ticket t on t.bureau = c.bureau and t.id = c.subject
             where c.bureau = ?""",
            "steps",
            """
            select concat_ws('|', t.external_number,
                             row_number() over (partition by s.ticket order by s.seq), s.what, s.from_state, s.to_state, s.why)
              from ticket.step s
              join ticket.ticket t on t.bureau = s.bureau and t.id = s.ticket
             where s.bureau = ?""",
            "proposals to join",
            """
            select concat_ws('|', t.external_number, l.external_number, p.reason)
              from ticket.join_proposal p
              join ticket.ticket t on t.bureau = p.bureau and t.id = p.ticket
              join ticket.ticket l on l.bureau = p.bureau and l.id = p.lead
             where p.bureau = ?""",
            "search rows",
            """
            select concat_ws('|', d.kind, t.external_number, replace(d.plain, t.number::text, ''), length(d.terms) > 0)
              from search.document d
              left join ticket.ticket t on t.bureau = d.bureau and t.id = d.id
             where d.bureau = ?""",
            "facts",
            """
            select concat_ws('|', t.external_number, f.kind, f.state, f.channel, f.place, f.failure_type, f.suggested_type,
                             f.customer is null, f.received_at, f.resolved_at, f.closed_at)
              from insight.fact f
              join ticket.ticket t on t.bureau = f.bureau and t.id = f.ticket
             where f.bureau = ?""");

    @Autowired
    Intake intake;

    @Autowired
    IntakeRuns intakeRuns;

    @Autowired
    Runner runner;

    @Autowired
    RunStore runs;

    @Autowired
    Offices offices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void live() {
        jdbc.execute("drop trigger if exists dies on ticket.ticket");
        jdbc.execute("drop function if exists ticket_dies");
    }

    @Test
    void an_import_that_dies_between_two_batches_and_in_one_leaves_what_an_undisturbed_one_leaves() {
        Actor killed = offices.found();
        FileId file = receive(killed);
        RunId id = runs.add(killed, intake.file(killed, file), Run.Kind.WRITE);
        assertThatExceptionOfType(LedgerTarget.Death.class)
                .isThrownBy(() -> runner.work(killed, id, progress -> {
                    throw new LedgerTarget.Death();
                }));
        assertThat(intakeRuns.run(killed, id).done()).isEqualTo(Runner.BATCH);
        dieAt(killed);
        assertThatExceptionOfType(TransactionException.class).isThrownBy(() -> runner.work(killed, id, progress -> {}));
        Run left = intakeRuns.run(killed, id);
        assertThat(left.state()).isEqualTo(Run.State.RUNNING);
        assertThat(left.done()).isEqualTo(2L * Runner.BATCH);
        assertThat(number(killed)).as("nothing of the batch in which it died").isEqualTo(left.created());
        live();
        Run resumed = runner.work(killed, id, progress -> {});

        Actor undisturbed = offices.found();
        Run whole = intakeRuns.runNow(undisturbed, receive(undisturbed), Run.Kind.WRITE, progress -> {});
        deliveries.await(killed);
        deliveries.await(undisturbed);

        assertThat(resumed.state()).isEqualTo(Run.State.DONE);
        assertThat(List.of(resumed.created(), resumed.updated(), resumed.unchanged(), resumed.rejected()))
                .containsExactly(whole.created(), whole.updated(), whole.unchanged(), whole.rejected())
                .doesNotContain(0L);
        LEFT.forEach((what, sql) -> {
            List<String> expected = rows(undisturbed, sql);
            assertThat(expected).as(what).isNotEmpty();
            assertThat(rows(killed, sql)).as(what).isEqualTo(expected);
        });
    }

    /** Many numbers come twice, the second time closed; some rows repeat the one before, some have no day. */
    private FileId receive(Actor actor) {
        StringBuilder text = new StringBuilder("受理编号,受理时间,联系电话,客户姓名,地点,处理状态,标题,投诉内容\n");
        for (int i = 1; i <= ROWS; i++) {
            int number = i % 1_900;
            text.append("%d,%s,138%08d,客户%d,枫林路%d号,%s,宽带断网第%d户,从昨天起一直断网，已报修%d次\n"
                    .formatted(
                            number,
                            i % 41 == 0 ? "昨天" : "2025-10-%02d 09:15".formatted(1 + number % 28),
                            number % 700,
                            number % 700,
                            number % 30,
                            i > 1_900 && i % 3 != 0 ? "已办结" : "待处理",
                            number,
                            number % 7));
        }
        return intake.receive(
                actor,
                "台账.csv",
                "complaints",
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The server's end of the connection is gone in the middle of a statement, as it is when either process is killed. */
    private void dieAt(Actor actor) {
        jdbc.execute("""
                create function ticket_dies() returns trigger language plpgsql as $$
                begin
                  if new.bureau = %d and new.external_number = '%s' then
                    perform pg_terminate_backend(pg_backend_pid());
                  end if;
                  return new;
                end $$""".formatted(actor.bureau().value(), FATAL));
        jdbc.execute("create trigger dies before insert on ticket.ticket for each row execute function ticket_dies()");
    }

    private long number(Actor actor) {
        return rows(actor, "select id::text from ticket.ticket where bureau = ?")
                .size();
    }

    private List<String> rows(Actor actor, String sql) {
        return jdbc.query(sql, (row, n) -> row.getString(1), actor.bureau().value()).stream()
                .sorted()
                .toList();
    }
}
