package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.ground.identity.Posts;
import org.redress.ground.intake.Digest;
import org.redress.ground.intake.Fault;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.RowOutcome;
import org.redress.ground.intake.Value;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintsTargetIT {

    @Autowired
    ComplaintsTarget target;

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Transfers transfers;

    @Autowired
    TicketBoard board;

    @Autowired
    Joins joins;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DeskFixture desk;

    @Test
    void a_row_becomes_a_ticket_of_whoever_sent_it_until_somebody_takes_it() {
        Instant received = now().minus(Duration.ofDays(2));
        assertThat(take(
                        "a",
                        row(
                                "1",
                                "subject",
                                "网速慢",
                                "text",
                                "　　白天也慢。\n",
                                "place",
                                "河东区",
                                "phone",
                                "13812340001",
                                "received",
                                received)))
                .containsExactly(RowOutcome.CREATED);
        Ticket ticket = byNumber("a", "1");
        assertThat(ticket.responsible()).isEqualTo(desk.head.staff());
        assertThat(ticket.taken()).isFalse();
        assertThat(ticket.text()).isEqualTo("白天也慢。");
        assertThat(ticket.origin().receivedAt()).isEqualTo(received);
        assertThat(ticket.reply().dueAt()).isBefore(clock.instant().plus(Duration.ofDays(13)));
        assertThat(ticket.customer()).isNotNull();
        assertThat(board.search(desk.head, "白天", null, 10).cards())
                .extracting(TicketCard::id)
                .contains(ticket.id());
        StepResult taken = tickets.take(desk.he, ticket.id());
        StepResult again = tickets.take(desk.he, ticket.id());
        assertThat(taken).isEqualTo(again).isInstanceOfSatisfying(StepResult.Done.class, done -> {
            assertThat(done.ticket().responsible()).isEqualTo(desk.he.staff());
            assertThat(done.ticket().unit()).isEqualTo(desk.counter.id());
        });
        assertThat(tickets.take(desk.lin, ticket.id())).isInstanceOf(StepResult.Refused.class);
    }

    @Test
    void of_a_row_without_a_text_its_subject_is_what_the_customer_said() throws Exception {
        take("bare", row("1", "subject", "只有标题"));
        assertThat(Browser.of(web, offices.hire(desk.command, Posts.HEAD, "2900"))
                        .look("/tickets/" + byNumber("bare", "1").id().value())
                        .page())
                .contains("<p data-user-content>只有标题</p>");
    }

    @Test
    void whoever_starts_work_on_what_nobody_has_taken_takes_it() {
        take("start", row("1", "subject", "没人认领"));
        Ticket ticket = byNumber("start", "1");
        tickets.step(desk.lin, ticket.id(), ticket.version(), Step.START, null);
        assertThat(tickets.get(desk.lin, ticket.id()).responsible()).isEqualTo(desk.lin.staff());
    }

    @Test
    void the_person_and_the_unit_that_the_file_names_are_found() {
        take(
                "people",
                row("1", "subject", "x", "responsible", "2107"),
                row("2", "subject", "x", "responsible", " 林晓岚 "),
                row("3", "subject", "x", "unit", "Hedong outlet"),
                row("4", "subject", "x", "responsible", "someone else"));
        assertThat(byNumber("people", "1").responsible()).isEqualTo(desk.lin.staff());
        assertThat(byNumber("people", "2").responsible()).isEqualTo(desk.lin.staff());
        assertThat(byNumber("people", "2").taken()).isTrue();
        assertThat(byNumber("people", "3").unit()).isEqualTo(desk.counter.id());
        assertThat(byNumber("people", "4").responsible()).isEqualTo(desk.head.staff());
    }

    @Test
    void what_is_closed_at_its_source_arrives_closed_and_owes_no_answer() {
        Instant closed = now().minus(Duration.ofDays(300));
        take(
                "closed",
                row(
                        "1",
                        "subject",
                        "旧事",
                        "state",
                        "CLOSED",
                        "closed",
                        closed,
                        "received",
                        closed.minus(Duration.ofDays(5))));
        Ticket ticket = byNumber("closed", "1");
        assertThat(ticket.state()).isEqualTo(TicketState.CLOSED);
        assertThat(ticket.outcome().closedAt()).isEqualTo(closed);
        assertThat(ticket.reply()).isEqualTo(new Ticket.Reply(null, false, null, null));
        assertThat(tickets.story(desk.head, ticket.id()).entries())
                .singleElement()
                .isInstanceOfSatisfying(TicketStory.Happened.class, happened -> {
                    assertThat(happened.what()).isEqualTo("source");
                    assertThat(happened.to()).isEqualTo(TicketState.CLOSED);
                    assertThat(happened.about()).isEqualTo("closed");
                });
    }

    @Test
    void a_log_with_many_rows_of_one_matter_ends_where_its_last_row_ends() {
        assertThat(take(
                        "log",
                        row("1", "subject", "s", "state", "ACKNOWLEDGED", "closed", clock.instant()),
                        row("1", "subject", "s", "state", "IN_PROGRESS"),
                        row("1", "subject", "s", "state", "IN_PROGRESS"),
                        row("1", "subject", "s", "state", "PENDING"),
                        row("1", "state", "RESOLVED")))
                .containsExactly(
                        RowOutcome.CREATED,
                        RowOutcome.UPDATED,
                        RowOutcome.UNCHANGED,
                        RowOutcome.UPDATED,
                        RowOutcome.UPDATED);
        Ticket ticket = byNumber("log", "1");
        assertThat(ticket.state()).isEqualTo(TicketState.RESOLVED);
        assertThat(ticket.version()).isEqualTo(1);
        assertThat(ticket.outcome().closedAt()).isNull();
        assertThat(tickets.story(desk.head, ticket.id()).entries().stream()
                        .map(entry -> ((TicketStory.Happened) entry).to()))
                .containsExactly(
                        TicketState.ACKNOWLEDGED, TicketState.IN_PROGRESS, TicketState.PENDING, TicketState.RESOLVED);
    }

    @Test
    void the_clock_follows_where_the_source_goes_on_in_a_later_batch() {
        take("clock", row("1", "subject", "s", "state", "IN_PROGRESS"));
        assertThat(byNumber("clock", "1").reply().dueAt()).isNotNull();
        take("clock", row("1", "state", "PENDING"));
        assertThat(byNumber("clock", "1").reply().paused()).isTrue();
        take("clock", row("1", "state", "HELD"));
        assertThat(byNumber("clock", "1").reply().dueAt()).isNotNull();
        take("clock", row("1", "state", "CLOSED"));
        assertThat(byNumber("clock", "1").reply().inTime()).isTrue();
        take("clock", row("1", "state", "IN_PROGRESS"));
        assertThat(byNumber("clock", "1").reply().dueAt()).isNotNull();
        assertThat(byNumber("clock", "1").outcome().closedAt()).isNull();
        assertThat(byNumber("clock", "1").version()).isEqualTo(5);
    }

    @Test
    void a_row_that_is_older_than_what_is_known_changes_nothing() {
        Instant later = now().minus(Duration.ofHours(1));
        take("late", row("1", "subject", "s", "state", "RESOLVED", "changed", later));
        assertThat(take("late", row("1", "subject", "t", "state", "PENDING", "changed", later.minusSeconds(60))))
                .containsExactly(RowOutcome.UNCHANGED);
        assertThat(byNumber("late", "1").state()).isEqualTo(TicketState.RESOLVED);
        assertThat(take("late", row("1", "state", "IN_PROGRESS", "changed", later.plusSeconds(60))))
                .containsExactly(RowOutcome.UPDATED);
        assertThat(byNumber("late", "1").state()).isEqualTo(TicketState.IN_PROGRESS);
    }

    @Test
    void what_people_did_here_stays_when_the_source_tells_something_else() {
        take("both", row("1", "subject", "网络卡顿", "state", "ACKNOWLEDGED"));
        Ticket ticket = byNumber("both", "1");
        tickets.take(desk.lin, ticket.id());
        tickets.step(desk.lin, ticket.id(), 2, Step.START, null);
        tickets.settle(desk.lin, ticket.id(), 3, "已换光猫");
        assertThat(take(
                        "both",
                        row("1", "subject", "网络卡顿", "state", "ACKNOWLEDGED", "place", "枫林路", "responsible", "3101")))
                .containsExactly(RowOutcome.UPDATED);
        Ticket now = byNumber("both", "1");
        assertThat(now.state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(now.origin().place()).isEqualTo("枫林路");
        assertThat(now.responsible()).isEqualTo(desk.lin.staff());
        assertThat(now.outcome().settlement()).isEqualTo("已换光猫");
        assertThat(take("both", row("1", "subject", "网络卡顿", "state", "ACKNOWLEDGED")))
                .containsExactly(RowOutcome.UNCHANGED);
        assertThat(byNumber("both", "1")).isEqualTo(now);
    }

    @Test
    void a_source_that_goes_on_ends_nothing_that_somebody_here_works_on_but_its_word_is_kept_and_they_hear_it()
            throws Exception {
        take("worked", row("1", "subject", "网络卡顿", "state", "ACKNOWLEDGED"));
        Ticket ticket = byNumber("worked", "1");
        tickets.take(desk.lin, ticket.id());
        assertThat(take("worked", row("1", "state", "CLOSED", "closed", now(), "place", "枫林路")))
                .containsExactly(RowOutcome.UPDATED);

        Ticket now = byNumber("worked", "1");
        assertThat(now.state()).isEqualTo(TicketState.ACKNOWLEDGED);
        assertThat(now.outcome()).isEqualTo(ticket.outcome());
        assertThat(now.reply().dueAt()).isEqualTo(ticket.reply().dueAt());
        assertThat(now.origin().place()).isEqualTo("枫林路");
        assertThat(tickets.story(desk.head, ticket.id()).entries().getLast())
                .isInstanceOfSatisfying(
                        TicketStory.Happened.class,
                        happened -> assertThat(happened)
                                .returns(TicketStory.TOLD, TicketStory.Happened::what)
                                .returns(TicketState.ACKNOWLEDGED, TicketStory.Happened::to)
                                .returns("CLOSED", TicketStory.Happened::about));
        assertThat(Browser.of(web, offices.hire(desk.command, Posts.HEAD, "2901"))
                        .look("/tickets/" + ticket.id().value())
                        .page())
                .containsPattern("The source says</b> <span data-user-content>[^<]+ → Closed");
        assertThat(rung(ticket, "ticket.told"))
                .containsExactly(desk.lin.staff().value().toString());
        assertThat(take("worked", row("1", "state", "CLOSED"))).containsExactly(RowOutcome.UNCHANGED);
        take("worked", row("1", "state", "ACKNOWLEDGED"));
        assertThat(rung(ticket, "ticket.told"))
                .as("the same as here is no news")
                .hasSize(1);
    }

    @Test
    void a_source_that_names_who_has_it_goes_on_until_that_person_does_something_here() {
        take("ours", row("1", "subject", "s", "state", "ACKNOWLEDGED", "responsible", "2107"));
        take("ours", row("1", "state", "PENDING", "responsible", "2107"));
        Ticket ticket = byNumber("ours", "1");
        assertThat(ticket.state()).isEqualTo(TicketState.PENDING);
        tickets.step(desk.lin, ticket.id(), ticket.version(), Step.RESUME, null);
        take("ours", row("1", "state", "RESOLVED", "responsible", "2107"));
        assertThat(byNumber("ours", "1").state()).isEqualTo(TicketState.IN_PROGRESS);
    }

    @Test
    void what_was_given_to_somebody_here_is_theirs_though_they_have_not_begun() {
        take("given", row("1", "subject", "s", "state", "ACKNOWLEDGED"));
        Ticket ticket = byNumber("given", "1");
        transfers.offer(desk.head, ticket.id(), ticket.version(), desk.lin.staff(), "请处理");
        take("given", row("1", "state", "CANCELLED"));
        assertThat(byNumber("given", "1").state()).isEqualTo(TicketState.ACKNOWLEDGED);
    }

    private List<String> rung(Ticket ticket, String code) {
        return jdbc.sql("select address from notification.message where bureau = ? and code = ? and subject = ?")
                .params(desk.bureau.id().value(), code, ticket.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void a_later_row_that_does_not_repeat_the_name_leaves_it_findable() {
        take("named", row("1", "subject", "停机三天", "customer", "欧阳采薇", "phone", "13812340109"));
        take("named", row("1", "subject", "停机五天", "phone", "13812340109"));
        assertThat(board.search(desk.head, "采薇", null, 10).cards())
                .extracting(TicketCard::subject)
                .containsExactly("停机五天");
    }

    @Test
    void rows_of_one_matter_are_proposed_to_be_joined_after_the_batch() {
        take(
                "join",
                row("1", "subject", "光缆断了", "place", "枫林路", "phone", "13812340101"),
                row("2", "subject", "光缆断了", "place", "枫林路", "phone", "13812340102"),
                row("3", "subject", "光缆断了", "place", "枫林路", "phone", "13812340103"),
                row("4", "subject", "光缆断了", "place", "枫林路", "phone", "13812340104", "state", "CLOSED"));
        assertThat(joins.proposalsFor(desk.head, byNumber("join", "1").id()))
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.tickets()).hasSize(2));
        assertThat(joins.proposalsFor(desk.head, byNumber("join", "4").id())).isEmpty();
    }

    @Test
    void a_row_that_says_nothing_of_the_matter_or_lies_ahead_is_sent_back() {
        assertThat(target.check(row("1", "customer", "周女士")))
                .extracting(Fault::code)
                .containsExactly("complaint.empty");
        assertThat(target.check(row("1", "label", "网络"))).isEmpty();
        assertThat(target.check(row("1", "subject", "x", "received", Instant.parse("2999-01-01T00:00:00Z"))))
                .extracting(Fault::code)
                .containsExactly("complaint.ahead");
        assertThat(target.check(row("1", "text", "x".repeat(100_001))))
                .extracting(Fault::code)
                .containsExactly("complaint.long");
    }

    @Test
    void a_subject_that_is_too_long_is_kept_whole_in_the_text() {
        String subject = "长".repeat(400);
        take("long", row("1", "subject", subject, "text", "正文"));
        Ticket ticket = byNumber("long", "1");
        assertThat(ticket.subject()).hasSize(300).endsWith("…");
        assertThat(ticket.text()).isEqualTo(subject + "\n正文");
        assertThat(take("long", row("1", "subject", subject, "text", "正文"))).containsExactly(RowOutcome.UNCHANGED);
    }

    @Test
    void the_numbers_that_are_there_are_known() {
        take("known", row("1", "subject", "x"));
        assertThat(target.known(desk.head, "known", Set.of("1", "2"))).containsExactly("1");
        assertThat(target.known(desk.head, "other", Set.of("1", "2"))).isEmpty();
    }

    /** As exactly as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private List<RowOutcome> take(String source, MappedRow... rows) {
        return new TransactionTemplate(transactions).execute(status -> target.take(desk.head, source, List.of(rows)));
    }

    private Ticket byNumber(String source, String number) {
        UUID id = jdbc.sql("select id from ticket.ticket where bureau = ? and source = ? and external_number = ?")
                .params(desk.bureau.id().value(), source, number)
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
        return tickets.get(desk.head, new TicketId(id));
    }

    /** A row from field names and values; codes, moments and telephone numbers by their fields. */
    private static MappedRow row(String number, Object... fieldsAndValues) {
        Map<String, Value> values = new HashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            String field = (String) fieldsAndValues[i];
            Object value = fieldsAndValues[i + 1];
            values.put(
                    field,
                    value instanceof Instant at
                            ? new Value.Moment(at, at.toString(), true)
                            : switch (field) {
                                case "phone" -> new Value.Phone(value.toString(), "+86" + value);
                                case "state", "channel", "kind" -> new Value.Code(value.toString(), value.toString());
                                default -> new Value.Text(value.toString());
                            });
        }
        return new MappedRow(1, number, new Digest(UUID.randomUUID()), values);
    }
}
