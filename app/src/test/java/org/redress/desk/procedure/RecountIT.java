package org.redress.desk.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.procedure.Departments.task;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.StaffCalendars;
import org.redress.ground.commitment.Subject;
import org.redress.ground.commitment.UnitCalendars;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.rulebook.Limit;
import org.redress.platform.jobs.OutboxMessage;
import org.redress.platform.text.Words;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.redress.support.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@Tag("S5.3")
class RecountIT {

    @Autowired
    Segments segments;

    @Autowired
    Tickets tickets;

    @Autowired
    Commitments commitments;

    @Autowired
    Calendars calendars;

    @Autowired
    UnitCalendars units;

    @Autowired
    StaffCalendars people;

    @Autowired
    java.time.Clock time;

    @Autowired
    SegmentRows rows;

    @Autowired
    JourneyRows journeys;

    @Autowired
    SegmentClocks clocks;

    @Autowired
    RecountListener recount;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    private Departments all;

    @BeforeEach
    void open() {
        all = new Departments(bureaus, staff, actors);
        calendars.add(all.command, "shop", "营业厅", "Shop", Calendars.WORKING, Map.of());
    }

    private static Map<DayOfWeek, String> anHourADay() {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        List.of(DayOfWeek.values()).forEach(day -> week.put(day, "09:00-10:00"));
        return week;
    }

    private String calendar(Subject subject) {
        return jdbc.sql("select calendar from commitment.clock where bureau = ? and subject = ?")
                .params(all.command.bureau().value(), subject.id())
                .query((row, n) -> row.getString(1))
                .single();
    }

    private Clock clock(Subject subject) {
        return commitments.of(all.command, subject).getLast();
    }

    @Test
    void a_department_works_by_its_own_calendar_and_a_change_of_it_is_seen_everywhere() {
        units.assign(all.command, all.he.unit(), "shop");
        TicketId ticket = all.ticket(tickets);
        Segment sent = SegmentsIT.done(segments.send(all.lin, ticket, task(all.he), ""));
        Subject subject = SegmentClocks.subject(sent.id());
        assertThat(calendar(subject)).isEqualTo("shop");

        calendars.changeWeek(all.command, "shop", anHourADay());
        deliveries.await(all.command);
        Instant due = clock(subject).dueAt();
        assertThat(due).isAfter(sent.dueAt());
        assertThat(rows.find(all.command.bureau(), sent.id()).orElseThrow().dueAt())
                .isEqualTo(due);

        Segment elsewhere = SegmentsIT.done(segments.send(all.lin, all.ticket(tickets), task(all.zheng), ""));
        assertThat(calendar(SegmentClocks.subject(elsewhere.id()))).isEqualTo(Calendars.WORKING);
    }

    @Test
    void what_is_sent_to_somebody_by_name_runs_by_their_own_hours_and_says_so() {
        people.assign(all.command, all.he.staff(), "shop");
        Segment named = SegmentsIT.done(segments.send(all.lin, all.ticket(tickets), to(all.he), ""));
        Subject his = SegmentClocks.subject(named.id());
        assertThat(calendar(his)).isEqualTo("shop");
        assertThat(clock(his).chip(time.instant(), Words.of(Words.CHINESE)).reckoning())
                .anyMatch(line -> line.value().contains("营业厅"));

        Segment anybodys = SegmentsIT.done(segments.send(all.lin, all.ticket(tickets), task(all.he), ""));
        assertThat(calendar(SegmentClocks.subject(anybodys.id()))).isEqualTo(Calendars.WORKING);

        people.assign(all.command, all.he.staff(), null);
        units.assign(all.command, all.he.unit(), "shop");
        Segment inherited = SegmentsIT.done(segments.send(all.lin, all.ticket(tickets), to(all.he), ""));
        assertThat(calendar(SegmentClocks.subject(inherited.id()))).isEqualTo("shop");
    }

    private OutboxMessage recounted(List<SegmentId> some) {
        String subjects = some.stream()
                .map(id -> "{\"kind\":\"segment\",\"id\":\"%s\"}".formatted(id.value()))
                .collect(Collectors.joining(","));
        return new OutboxMessage(
                all.command.bureau().value(), 1, "commitment.recounted", "{\"subjects\":[" + subjects + "]}");
    }

    private void recount(List<SegmentId> some) {
        transaction.executeWithoutResult(status -> recount.receive(recounted(some)));
    }

    private SegmentId sent() {
        return SegmentsIT.done(segments.send(all.lin, all.ticket(tickets), task(all.he), ""))
                .id();
    }

    private Instant copy(SegmentId segment) {
        return rows.find(all.command.bureau(), segment).orElseThrow().dueAt();
    }

    @Test
    void many_copies_follow_with_as_many_questions_to_the_database_as_one() throws Exception {
        List<SegmentId> many = Stream.generate(this::sent).limit(5).toList();
        deliveries.await(all.command);
        recount(many);
        jdbc.sql("update procedure.segment set due_at = due_at + interval '1 day' where bureau = ?")
                .param(all.command.bureau().value())
                .update();

        int one = StatementCount.of(() -> {
                    recount(many.subList(0, 1));
                    return true;
                })
                .size();
        assertThat(StatementCount.of(() -> {
                    recount(many);
                    return true;
                }))
                .hasSize(one);
        assertThat(many)
                .allSatisfy(segment -> assertThat(copy(segment))
                        .isEqualTo(clock(SegmentClocks.subject(segment)).dueAt()));
    }

    @Test
    void a_pause_at_the_same_time_is_not_written_over() throws Exception {
        SegmentId segment = sent();
        deliveries.await(all.command);
        Segment runs = rows.find(all.command.bureau(), segment).orElseThrow();
        try (ExecutorService outbox = Executors.newSingleThreadExecutor()) {
            Future<?> follows = Objects.requireNonNull(transaction.execute(status -> {
                journeys.held(all.command.bureau(), runs.ticket());
                Instant never = clocks.pause(all.command, runs, TicketState.PENDING, time.instant());
                rows.update(all.command.bureau(), runs.due(never));
                Future<?> waits = outbox.submit(() -> recount(List.of(segment)));
                Awaitility.await().until(this::somebodyWaits);
                return waits;
            }));
            follows.get(30, TimeUnit.SECONDS);
        }
        assertThat(copy(segment)).isEqualTo(Instant.MAX);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private static Task to(Actor person) {
        return new Task("查线路", person.unit(), null, person.staff(), "到现场查分光箱", Limit.workingHours(4), "", false);
    }
}
