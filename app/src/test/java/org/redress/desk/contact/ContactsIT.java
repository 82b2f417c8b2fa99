package org.redress.desk.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.TicketStory;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Without;
import org.redress.ground.commitment.Answering;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.rulebook.Unit;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S5.1")
class ContactsIT {

    @Autowired
    Offices offices;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactBoard board;

    @Autowired
    Tickets tickets;

    @Autowired
    Joins joins;

    @Autowired
    ContactAnswering answering;

    @Autowired
    Commitments commitments;

    @Autowired
    Trail trail;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NamedParameterJdbcTemplate named;

    private Actor command;
    private Actor lin;
    private Actor elsewhere;

    @BeforeEach
    void hire() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "2107");
        elsewhere = offices.hireElsewhere(command, Posts.AGENT, "3101");
    }

    private static NewContact.From zhou() {
        return new NewContact.Newcomer(
                new CustomerDraft("desk", null, "周女士", "13812342046", "+8613812342046", null, null));
    }

    private static NewContact contact(NewContact.From from, String words, NewContact.Wish wish) {
        return new NewContact(new ContactId(Ids.next()), Channel.HOT_LINE, from, words, Mood.ANGRY, null, null, wish);
    }

    private static NewContact.Wish ticket(TicketKind kind) {
        return new NewContact.Ticket(kind, "", null, null);
    }

    private static NewContact.Wish about(Ticket ticket) {
        return new NewContact.About(ticket.id());
    }

    private Ticket open(Actor actor, String subject) {
        return tickets.open(
                actor, new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, subject, "光猫红灯一直闪。", null, null, null, null));
    }

    private Ticket done(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    private Ticket resolve(Ticket ticket) {
        Ticket started = done(tickets.step(command, ticket.id(), ticket.version(), Step.START, null));
        return done(tickets.step(command, ticket.id(), started.version(), Step.RESOLVE, null));
    }

    /** Closed some time ago as a database knows it; what closing asks for is another module's. */
    private Ticket close(Ticket ticket) {
        Ticket resolved = resolve(ticket);
        jdbc.sql(
                        "update ticket.ticket set state = 'closed', closed_at = now() - interval '40 days' where bureau = ? and id = ?")
                .params(command.bureau().value(), resolved.id().value())
                .update();
        return tickets.get(command, resolved.id());
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where bureau = ?")
                .param(command.bureau().value())
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource(TicketKind.class)
    @Tag("S5.2")
    void one_step_makes_a_ticket_of_the_kind_and_whoever_took_it_first_answers_for_it(TicketKind kind) {
        Contact taken = contacts.record(lin, contact(zhou(), "宽带又断了，第三次了。", ticket(kind)));

        Ticket opened = tickets.get(lin, Objects.requireNonNull(taken.matter().ticket()));
        assertThat(taken.outcome()).isEqualTo(Outcome.TICKET);
        assertThat(taken.takenBy()).isEqualTo(lin.staff());
        assertThat(opened.kind()).isEqualTo(kind);
        assertThat(opened.responsible()).isEqualTo(lin.staff());
        assertThat(opened.customer()).isEqualTo(taken.customer()).isNotNull();
        // Praise and suggestions are owed a reply too; how soon is a rule of the kind.
        Limit owed = rulebook.limit(lin.bureau(), rule(kind), LocalDate.ofInstant(clock.instant(), lin.zone()));
        assertThat(opened.reply().dueAt())
                .isEqualTo(opened.origin()
                        .receivedAt()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plus(Duration.ofHours(
                                owed.unit() == Unit.ELAPSED_DAYS ? owed.amount() * 24L : owed.amount())));
        assertThat(trail.of(command, "contact", taken.id().value(), 5)).hasSize(1);
    }

    private static String rule(TicketKind kind) {
        return switch (kind) {
            case COMPLAINT -> "complaint.reply";
            case FAULT -> "fault.reply";
            case BILL_DISPUTE -> "dispute.reply";
            case ENQUIRY -> "enquiry.reply";
            case SUGGESTION -> "suggestion.reply";
            case PRAISE -> "praise.reply";
        };
    }

    @Test
    void a_contact_may_end_at_once_with_an_answer_and_then_has_no_ticket() {
        Contact taken = contacts.record(lin, contact(zhou(), "营业厅几点关门？", new NewContact.AnsweredAtOnce("晚上八点。")));

        assertThat(taken.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(taken.answer()).isEqualTo("晚上八点。");
        assertThat(count("ticket.ticket")).isZero();
        assertThatThrownBy(() -> contacts.record(lin, contact(zhou(), "几点？", new NewContact.AnsweredAtOnce(" "))))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("typed.missing");
                    assertThat(problem.field()).isEqualTo("answer");
                });
    }

    @Test
    void an_anonymous_one_is_taken_too() {
        Contact taken =
                contacts.record(lin, contact(new NewContact.Anonymous(), "你们窗口态度不好。", ticket(TicketKind.COMPLAINT)));

        assertThat(taken.customer()).isNull();
        assertThat(tickets.get(lin, Objects.requireNonNull(taken.matter().ticket()))
                        .customer())
                .isNull();
    }

    @Test
    void what_cannot_be_is_refused_with_its_field_and_nothing_is_written() {
        record Case(String words, String subject, @Nullable Instant spoken, String code, String field) {}
        for (Case one : List.of(
                new Case("", "", null, "typed.missing", "words"),
                new Case("a\u0000b", "", null, "typed.unseen", "words"),
                new Case("x", "s\u0007", null, "typed.unseen", "subject"),
                new Case("x", "m".repeat(1 << 20), null, "typed.long", "subject"),
                new Case("w".repeat(1 << 20), "", null, "typed.long", "words"),
                new Case("x", "", Instant.parse("2999-01-01T00:00:00Z"), "contact.spoken", "spoken"),
                new Case("x", "", Instant.parse("1066-10-14T09:00:00Z"), "contact.spoken", "spoken"))) {
            NewContact taken = new NewContact(
                    new ContactId(Ids.next()),
                    Channel.WEB,
                    zhou(),
                    one.words(),
                    Mood.CALM,
                    one.spoken(),
                    null,
                    new NewContact.Ticket(TicketKind.COMPLAINT, one.subject(), null, null));
            assertThatThrownBy(() -> contacts.record(lin, taken)).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.code()).isEqualTo(one.code());
                assertThat(problem.field()).isEqualTo(one.field());
            });
        }
        assertThat(count("contact.contact")).isZero();
        assertThat(count("ticket.ticket")).isZero();
        assertThat(count("party.customer")).isZero();
    }

    @Test
    @Tag("S5.2")
    void a_ticket_or_contact_without_somebody_who_answers_for_it_cannot_exist() {
        Contact taken = contacts.record(lin, contact(zhou(), "断线。", ticket(TicketKind.FAULT)));
        UUID ticket = Objects.requireNonNull(taken.matter().ticket()).value();

        assertThatThrownBy(() -> jdbc.sql("update ticket.ticket set responsible = null where bureau = ? and id = ?")
                        .params(command.bureau().value(), ticket)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        for (Object nobody : new Object[] {"null", "'" + Ids.next() + "'"}) {
            assertThatThrownBy(() -> jdbc.sql(
                                    "update contact.contact set taken_by = " + nobody + " where bureau = ? and id = ?")
                            .params(command.bureau().value(), taken.id().value())
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThat(contacts.get(lin, taken.id()).takenBy()).isEqualTo(lin.staff());
    }

    @Test
    void who_may_not_take_contacts_takes_none() {
        Actor reader = new Actor(
                lin.bureau(),
                lin.staff(),
                lin.name(),
                lin.number(),
                lin.unit(),
                lin.post(),
                List.of(),
                lin.language(),
                lin.zone(),
                lin.region(),
                lin.jurisdiction());

        assertThatThrownBy(() -> contacts.record(reader, contact(zhou(), "x", ticket(TicketKind.FAULT))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("access.denied"));
        assertThat(count("contact.contact")).isZero();
    }

    @Test
    void the_customer_speaks_in_a_ticket_of_another_unit_and_its_waiting_clock_goes_on() {
        Ticket ticket = open(elsewhere, "宽带断了");
        Ticket started = done(tickets.step(elsewhere, ticket.id(), ticket.version(), Step.START, null));
        Ticket pending = done(tickets.step(elsewhere, ticket.id(), started.version(), Step.PEND, "等客户寄凭证"));
        assertThat(pending.reply().paused()).isTrue();

        Contact taken = contacts.record(lin, contact(zhou(), "凭证已经寄出。", about(ticket)));

        Ticket after = tickets.get(lin, ticket.id());
        assertThat(taken.outcome()).isEqualTo(Outcome.ADDED);
        assertThat(taken.matter().ticket()).isEqualTo(ticket.id());
        assertThat(after.state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(after.reply().paused()).isFalse();
        assertThat(after.reply().dueAt()).isNotNull();
        assertThat(after.responsible()).isEqualTo(elsewhere.staff());
        assertThat(spoken(ticket.id())).containsExactly("凭证已经寄出。");
    }

    private List<@Nullable String> spoken(TicketId id) {
        return tickets.story(command, id).entries().stream()
                .filter(TicketStory.Happened.class::isInstance)
                .map(TicketStory.Happened.class::cast)
                .filter(happened -> happened.what().equals("spoke"))
                .<@Nullable String>map(TicketStory.Happened::why)
                .toList();
    }

    /** Zammad #1322: a note by the web did not restart what a mail would. */
    @ParameterizedTest
    @EnumSource(Channel.class)
    void every_channel_says_the_same_event_and_a_reply_is_owed_again_after_our_answer(Channel channel) {
        Ticket ticket = open(lin, "账单看不懂");
        Ticket answered = done(tickets.answer(lin, ticket.id(), ticket.version(), Channel.HOT_LINE, "已核实。"));
        assertThat(answered.reply().dueAt()).isNull();

        contacts.record(
                lin,
                new NewContact(
                        new ContactId(Ids.next()),
                        channel,
                        zhou(),
                        "还是不对。",
                        Mood.DISAPPOINTED,
                        null,
                        null,
                        about(ticket)));

        assertThat(tickets.get(lin, ticket.id()).reply().dueAt()).isNotNull();
        assertThat(spoken(ticket.id())).hasSize(1);
    }

    /** Zammad #983, frappe/helpdesk #2539: a reply to the merged one opened a ghost. */
    @Test
    void a_contact_finds_its_matter_through_the_join_at_any_depth() {
        Ticket leaf = open(lin, "甲");
        Ticket middle = open(lin, "乙");
        Ticket top = open(lin, "丙");
        joins.join(lin, leaf.id(), middle.id(), null);
        joins.join(lin, middle.id(), top.id(), null);
        close(leaf);

        Contact taken = contacts.record(lin, contact(zhou(), "还没修好。", about(leaf)));

        assertThat(taken.outcome()).isEqualTo(Outcome.ADDED);
        assertThat(taken.matter()).isEqualTo(new Contact.Matter(top.id(), null, leaf.id()));
        assertThat(spoken(top.id())).hasSize(1);
        assertThat(contacts.ofTicket(lin, leaf.id())).hasSize(1);
        assertThat(contacts.ofTicket(lin, top.id())).hasSize(1);
        assertThat(count("ticket.ticket")).isEqualTo(3);
    }

    /** FreeScout #2626, #3049: "thank you" reopened the ticket. */
    @Test
    void a_thank_you_after_closing_reopens_nothing_and_waits_for_a_persons_yes() {
        Ticket closed = close(open(lin, "宽带断了"));

        Contact thanks = contacts.record(lin, contact(zhou(), "谢谢，已经好了。", about(closed)));

        assertThat(thanks.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(thanks.matter()).isEqualTo(new Contact.Matter(null, closed.id(), null));
        assertThat(tickets.get(lin, closed.id())).isEqualTo(closed);
        assertThat(board.waiting(lin)).isEqualTo(1);

        assertThat(contacts.keep(lin, thanks.id(), "只是道谢")).isInstanceOf(Contacts.Decided.Done.class);
        Contact kept = contacts.get(lin, thanks.id());
        assertThat(kept.outcome()).isEqualTo(Outcome.KEPT);
        assertThat(Objects.requireNonNull(kept.decision()).by()).isEqualTo(lin.staff());
        assertThat(tickets.get(lin, closed.id())).isEqualTo(closed);
        assertThat(count("ticket.ticket")).isEqualTo(1);
        assertThat(board.waiting(lin)).isZero();
        assertThat(contacts.takeUpAgain(lin, thanks.id())).isInstanceOf(Contacts.Decided.Already.class);
    }

    @Test
    void a_yes_reopens_what_was_only_resolved_and_its_first_taker_goes_on_answering_for_it() {
        Ticket resolved = resolve(open(lin, "宽带断了"));
        Contact again = contacts.record(elsewhere, contact(zhou(), "又断了。", about(resolved)));
        assertThat(again.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(tickets.get(lin, resolved.id()).state()).isEqualTo(TicketState.RESOLVED);

        contacts.takeUpAgain(lin, again.id());

        Contact taken = contacts.get(lin, again.id());
        assertThat(taken.outcome()).isEqualTo(Outcome.REOPENED);
        assertThat(taken.matter().ticket()).isEqualTo(resolved.id());
        Ticket now = tickets.get(lin, resolved.id());
        assertThat(now.state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(now.responsible()).isEqualTo(lin.staff());
        assertThat(now.reply().dueAt()).isNotNull();
        assertThat(spoken(resolved.id())).containsExactly("又断了。");
    }

    @Test
    @Tag("S5.3")
    void what_comes_after_the_end_has_a_clock_and_the_ticket_is_not_closed_over_it() {
        Ticket resolved = resolve(open(lin, "宽带断了"));
        Contact still = contacts.record(elsewhere, contact(zhou(), "还是不通。", about(resolved)));
        Subject subject = new Subject("contact", still.id().value());

        assertThat(commitments.of(command, subject)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("contact.decide");
            assertThat(one.endedAt()).isNull();
        });
        assertThat(answering.matters(command.bureau(), List.of(still.id().value())))
                .containsExactly(Map.entry(
                        still.id().value(),
                        new Answering.Matter(
                                lin.staff(),
                                lin.unit(),
                                resolved.number().toString(),
                                "宽带断了",
                                "/contacts/" + still.id().value())));
        assertThat(missing(resolved)).contains("contact.closing.waiting");

        contacts.keep(lin, still.id(), "已电话确认是路由器没开");

        assertThat(commitments.of(command, subject))
                .singleElement()
                .satisfies(one -> assertThat(one.endedAt()).isNotNull());
        assertThat(missing(resolved)).isNotEmpty().doesNotContain("contact.closing.waiting");
    }

    @Test
    void neither_the_ticket_that_the_customer_named_nor_the_one_that_leads_it_is_closed_over_what_they_said() {
        Ticket lead = open(lin, "宽带断了");
        Ticket joined = open(lin, "宽带又断了");
        joins.join(lin, joined.id(), lead.id(), null);
        Ticket leading = resolve(tickets.get(lin, lead.id()));
        Ticket named = resolve(tickets.get(lin, joined.id()));

        contacts.record(lin, contact(zhou(), "还是不通。", about(named)));

        assertThat(missing(leading)).contains("contact.closing.waiting");
        assertThat(missing(named)).contains("contact.closing.waiting");
    }

    /** What closing it now would miss. */
    private List<String> missing(Ticket resolved) {
        StepResult result = tickets.close(command, resolved.id(), resolved.version(), Without.NOTHING);
        assertThat(result).isInstanceOf(StepResult.Refused.class);
        return ((StepResult.Refused) result).reasons();
    }

    @Test
    void a_yes_soon_after_closing_takes_the_same_ticket_up_again() {
        Ticket closed = close(open(lin, "宽带断了"));
        jdbc.sql("update ticket.ticket set closed_at = now() where bureau = ? and id = ?")
                .params(command.bureau().value(), closed.id().value())
                .update();
        Contact again = contacts.record(lin, contact(zhou(), "又断了。", about(closed)));

        contacts.takeUpAgain(lin, again.id());

        Ticket now = tickets.get(lin, closed.id());
        assertThat(now.state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(now.outcome().reopened()).isEqualTo(1);
        assertThat(count("ticket.ticket")).isEqualTo(1);
    }

    @Test
    void a_yes_long_after_closing_opens_a_ticket_of_the_same_kind_that_is_linked_to_the_old_one() {
        Ticket closed = close(open(lin, "宽带断了"));
        Contact again = contacts.record(lin, contact(zhou(), "又断了。", about(closed)));

        contacts.takeUpAgain(lin, again.id());

        Contact taken = contacts.get(lin, again.id());
        TicketId opened = Objects.requireNonNull(taken.matter().ticket());
        assertThat(opened).isNotEqualTo(closed.id());
        assertThat(tickets.get(lin, opened))
                .extracting(Ticket::kind, Ticket::subject, Ticket::responsible)
                .containsExactly(closed.kind(), closed.subject(), lin.staff());
        assertThat(tickets.get(lin, closed.id())).isEqualTo(closed);
        assertThat(contacts.ofTicket(lin, opened)).isEqualTo(contacts.ofTicket(lin, closed.id()));
    }

    @Test
    void only_who_may_work_on_the_ticket_says_yes_or_no() {
        Ticket closed = close(open(lin, "宽带断了"));
        Contact again = contacts.record(elsewhere, contact(zhou(), "又断了。", about(closed)));

        assertThatThrownBy(() -> contacts.takeUpAgain(elsewhere, again.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> contacts.keep(elsewhere, again.id(), "")).isInstanceOf(Problem.class);
        assertThat(contacts.get(lin, again.id()).outcome()).isEqualTo(Outcome.WAITING);
    }

    private <T> List<T> together(Callable<T> one, Callable<T> two) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService clerks = Executors.newFixedThreadPool(2)) {
            List<Future<T>> both = clerks.invokeAll(List.of(
                    () -> {
                        start.await();
                        return one.call();
                    },
                    () -> {
                        start.await();
                        return two.call();
                    }));
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }

    @Test
    void two_clerks_who_record_the_same_call_at_once_each_answer_for_a_contact_of_one_customer() throws Exception {
        Ticket ticket = open(lin, "宽带断了");
        List<Contact> both = together(
                () -> contacts.record(lin, contact(zhou(), "还没修。", about(ticket))),
                () -> contacts.record(elsewhere, contact(zhou(), "还没修。", about(ticket))));

        assertThat(both).extracting(Contact::outcome).containsOnly(Outcome.ADDED);
        assertThat(both).extracting(Contact::takenBy).containsExactly(lin.staff(), elsewhere.staff());
        assertThat(both.get(0).customer()).isEqualTo(both.get(1).customer());
        assertThat(count("party.customer")).isEqualTo(1);
        assertThat(spoken(ticket.id())).hasSize(2);
        assertThat(tickets.get(lin, ticket.id()).version()).isEqualTo(ticket.version() + 2);
    }

    @Test
    void one_draft_sent_from_two_browsers_at_once_is_one_contact_and_one_ticket() throws Exception {
        NewContact draft = contact(zhou(), "账单多了三十块。", ticket(TicketKind.BILL_DISPUTE));

        List<Contact> both = together(() -> contacts.record(lin, draft), () -> contacts.record(lin, draft));

        assertThat(both.get(0)).isEqualTo(both.get(1));
        assertThat(count("contact.contact")).isEqualTo(1);
        assertThat(count("ticket.ticket")).isEqualTo(1);
    }

    @Test
    void two_who_decide_at_once_take_the_matter_up_once() throws Exception {
        Ticket closed = close(open(lin, "宽带断了"));
        Contact again = contacts.record(lin, contact(zhou(), "又断了。", about(closed)));

        List<Contacts.Decided> both =
                together(() -> contacts.takeUpAgain(lin, again.id()), () -> contacts.takeUpAgain(command, again.id()));

        assertThat(both.stream().filter(Contacts.Decided.Done.class::isInstance))
                .hasSize(1);
        assertThat(count("ticket.ticket")).isEqualTo(2);
    }

    @Test
    void how_long_recording_took_is_kept_and_its_median_shown() {
        for (int seconds : new int[] {5, 9, 40}) {
            contacts.record(
                    lin,
                    new NewContact(
                            new ContactId(Ids.next()),
                            Channel.COUNTER,
                            zhou(),
                            "问一下。",
                            Mood.CALM,
                            null,
                            clock.instant().minusSeconds(seconds),
                            new NewContact.AnsweredAtOnce("好的。")));
        }
        contacts.record(lin, contact(zhou(), "不知道用了多久。", new NewContact.AnsweredAtOnce("好的。")));

        Pace pace = board.pace(lin, ContactFilter.Whose.MINE).orElseThrow();
        assertThat(pace.contacts()).isEqualTo(3);
        assertThat(pace.median()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(20));
        assertThat(board.pace(elsewhere, ContactFilter.Whose.MINE)).isEmpty();
        assertThat(board.today(lin)).isEqualTo(4);
    }

    @Test
    void lists_are_paged_by_key_both_ways_and_narrowed() {
        for (int i = 0; i < 7; i++) {
            contacts.record(lin, contact(zhou(), "第" + i + "次", new NewContact.AnsweredAtOnce("好的。")));
        }
        contacts.record(elsewhere, contact(new NewContact.Anonymous(), "别处", ticket(TicketKind.ENQUIRY)));

        ContactSlice first = board.page(lin, ContactFilter.MINE, null, 3);
        ContactSlice second = board.page(lin, ContactFilter.MINE, first.next(), 3);
        ContactSlice third = board.page(lin, ContactFilter.MINE, second.next(), 3);
        assertThat(words(first)).containsExactly("第6次", "第5次", "第4次");
        assertThat(words(third)).containsExactly("第0次");
        assertThat(third.next()).isNull();
        assertThat(first.back()).isNull();
        assertThat(words(board.page(lin, ContactFilter.MINE, third.back(), 3))).containsExactly("第3次", "第2次", "第1次");
        ContactFilter others = new ContactFilter(ContactFilter.Whose.ALL, Channel.HOT_LINE, Mood.ANGRY, Outcome.TICKET);
        assertThat(words(board.page(lin, others, null, 3))).containsExactly("别处");
        assertThatThrownBy(() -> board.page(lin, ContactFilter.MINE, "nonsense", 3))
                .isInstanceOf(Problem.class);
    }

    private static List<String> words(ContactSlice slice) {
        return slice.lines().stream().map(line -> line.contact().words()).toList();
    }

    @Test
    void a_customers_contacts_and_every_list_are_read_from_an_index() {
        Contact one = contacts.record(lin, contact(zhou(), "断线。", ticket(TicketKind.FAULT)));
        jdbc.sql("""
                        insert into contact.contact (bureau, id, channel, mood, words, taken_by, unit, spoken_at,
                                                     recorded_at, outcome, answer)
                        select ?, gen_random_uuid(), (array['WEB', 'SMS', 'HOT_LINE'])[i % 3 + 1],
                               (array['CALM', 'ANGRY'])[i % 2 + 1], 'x', gen_random_uuid(), gen_random_uuid(), now(),
                               now() - make_interval(secs => i), 'ANSWERED', 'y'
                          from generate_series(1, 30000) i
                        """).param(command.bureau().value()).update();
        jdbc.sql("analyze contact.contact").update();
        for (ContactFilter.Whose whose : ContactFilter.Whose.values()) {
            for (Outcome outcome : new Outcome[] {Outcome.WAITING, Outcome.ANSWERED}) {
                ContactBoard.Where where =
                        ContactBoard.Where.of(lin, new ContactFilter(whose, null, null, outcome), clock.instant());
                java.util.Map<String, Object> params = new java.util.HashMap<>(where.params());
                params.put("limit", 41);
                assertThat(String.join(
                                "\n",
                                named.queryForList(
                                        "explain (costs off) " + ContactBoard.list(where, null), params, String.class)))
                        .contains("Index")
                        .doesNotContain("Seq Scan");
            }
        }
        CustomerId customer = Objects.requireNonNull(one.customer());
        assertThat(board.ofCustomer(lin, customer, 5)).hasSize(1);
    }

    @Test
    void an_unknown_customer_of_another_bureau_is_not_taken() {
        Actor there = offices.hire(offices.found(), Posts.AGENT, "1");
        Contact theirs = contacts.record(there, contact(zhou(), "断线。", ticket(TicketKind.FAULT)));

        assertThatThrownBy(() -> contacts.record(
                        lin,
                        contact(
                                new NewContact.Known(Objects.requireNonNull(theirs.customer())),
                                "x",
                                ticket(TicketKind.FAULT))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("contact.customer.gone"));
        assertThatThrownBy(() -> contacts.get(lin, theirs.id())).isInstanceOf(Problem.class);
    }
}
