package org.redress.desk.recovery.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.followup.FollowUpLists.View;
import org.redress.desk.recovery.followup.FollowUpResult.Done;
import org.redress.desk.recovery.followup.FollowUpResult.Reason;
import org.redress.desk.recovery.followup.FollowUpResult.Refused;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.notification.FreshLink;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.MessageId;
import org.redress.ground.notification.Resent;
import org.redress.ground.notification.Undelivered;
import org.redress.ground.party.Consents;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.ReachPoint;
import org.redress.ground.party.Redactions;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.OutboxMessage;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@RedressIT
@Tag("S4.5")
class FollowUpsIT {

    private static final Marks GOOD = new Marks(5, 4, 4, 5, 9, false);
    private static final Marks BAD = new Marks(2, 4, 3, 4, 6, false);

    @Autowired
    Offices offices;

    @Autowired
    SomeRecoveries some;

    @Autowired
    FollowUps followUps;

    @Autowired
    FollowUpPlans plans;

    @Autowired
    FollowUpRows rows;

    @Autowired
    AnswerLinks links;

    @Autowired
    Remedies remedies;

    @Autowired
    FollowUpLists lists;

    @Autowired
    FollowUpSending sending;

    @Autowired
    Commitments commitments;

    @Autowired
    Consents consents;

    @Autowired
    Redactions redactions;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor lin;
    private Actor tang;
    private Actor head;
    private CustomerId zhou;

    @BeforeEach
    void found() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "2107");
        tang = offices.hire(command, Posts.AGENT, "2108");
        head = offices.hire(command, Posts.HEAD, "2001");
        zhou = some.customer(lin, 2046);
    }

    private FollowUp planned(CustomerId customer) {
        Ticket ticket = some.closed(lin, customer);
        deliveries.await(command);
        return Objects.requireNonNull(followUps.of(lin, List.of(ticket.id())).get(ticket.id()));
    }

    private FollowUp asked(CustomerId customer) {
        FollowUp one = planned(customer);
        some.due(command.bureau(), one.id());
        look();
        return followUps.get(lin, one.id());
    }

    /** Also where the product's own job was faster. */
    private void look() {
        while (sending.look(command) > 0) {
            assertThat(command.bureau()).isNotNull();
        }
    }

    private List<FollowUpStep.What> steps(FollowUp one) {
        return followUps.steps(lin, one.id()).stream().map(FollowUpStep::what).toList();
    }

    private List<String> messages(FollowUp one) {
        return jdbc.sql(
                        "select code || ' ' || channel from notification.message where bureau = ? and subject = ? order by id")
                .params(command.bureau().value(), one.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private int told(FollowUp one) {
        return jdbc.sql("""
                        select count(*) from trail.entry where bureau = ? and subject = ? and deed = 'followup.answer'
                        """)
                .params(command.bureau().value(), one.id().value())
                .query(Integer.class)
                .single();
    }

    private static void own(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("followup.own"));
    }

    @Test
    void a_recovery_is_asked_about_some_days_after_it_is_closed_and_once_however_often_that_is_told() {
        FollowUp one = planned(zhou);
        assertThat(one.state()).isEqualTo(FollowUpState.PLANNED);
        assertThat(jdbc.sql(
                                "select next_at - closed_at = interval '2 days' from recovery.follow_up where bureau = ? and id = ?")
                        .params(command.bureau().value(), one.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        some.due(command.bureau(), one.id());
        look();
        look();
        FollowUp now = followUps.get(lin, one.id());
        assertThat(now.state()).isEqualTo(FollowUpState.ASKED);
        assertThat(Duration.between(
                        Objects.requireNonNull(now.asked()).at(), now.asked().expiresAt()))
                .isEqualTo(Duration.ofDays(14));
        assertThat(messages(one)).containsExactly("followup.ask SMS");
        assertThat(steps(one)).containsExactly(FollowUpStep.What.PLANNED, FollowUpStep.What.ASKED);
    }

    @Test
    void the_link_stands_nowhere_but_in_the_message_that_is_handed_over() {
        FollowUp one = asked(zhou);
        assertThat(jdbc.sql("select parameters ->> 'link' from notification.message where bureau = ? and subject = ?")
                        .params(command.bureau().value(), one.id().value())
                        .query(String.class)
                        .list())
                .containsExactly(FreshLink.PLACE);
    }

    @Test
    void who_declined_to_be_written_to_is_asked_by_telephone_by_somebody_else() {
        consents.note(lin, zhou, ReachPoint.Kind.MOBILE, false, "on the telephone");
        FollowUp one = asked(zhou);
        assertThat(messages(one)).containsExactly("followup.ask EMAIL");

        FollowUp silent = asked(some.unreachable(lin));
        assertThat(silent.state()).isEqualTo(FollowUpState.UNREACHED);
        assertThat(messages(silent)).isEmpty();
        assertThat(lists.page(lin, View.TO_ASK, null, null, 9))
                .extracting(FollowUp::id)
                .containsExactly(silent.id());
        own(() -> followUps.enter(lin, silent.id(), Channel.HOT_LINE, GOOD, ""));
        assertThat(followUps.enter(tang, silent.id(), Channel.HOT_LINE, GOOD, "挺好的"))
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(
                                        Objects.requireNonNull(done.followUp().answer())
                                                .enteredBy())
                                .isEqualTo(tang.staff()));
        assertThat(followUps.enter(tang, silent.id(), Channel.HOT_LINE, BAD, ""))
                .isEqualTo(new Refused(Reason.CLOSED));
        assertThat(lists.page(lin, View.TO_ASK, null, null, 9)).isEmpty();
    }

    @Test
    void a_matter_that_is_opened_again_is_asked_about_when_it_is_closed_again() {
        Ticket ticket = some.closed(lin, zhou);
        deliveries.await(command);
        some.step(lin, ticket.id(), Step.REOPEN, "又断了");
        some.closeAgain(lin, ticket.id());
        deliveries.await(command);
        assertThat(some.of(ticket, command.bureau()).stream()
                        .map(id -> followUps.get(lin, id).state()))
                .containsExactly(FollowUpState.DROPPED, FollowUpState.PLANNED);
    }

    @Test
    void who_holds_a_link_to_a_matter_that_is_opened_again_is_asked_anew_and_not_spared() {
        FollowUp first = asked(zhou);
        TicketId ticket = Objects.requireNonNull(first.ticket());
        some.step(lin, ticket, Step.REOPEN, "又断了");
        some.due(command.bureau(), first.id());
        look();
        assertThat(followUps.get(lin, first.id()).state()).isEqualTo(FollowUpState.DROPPED);
        assertThat(steps(first)).endsWith(FollowUpStep.What.REOPENED).doesNotContain(FollowUpStep.What.REMINDED);

        some.closeAgain(lin, ticket);
        deliveries.await(command);
        FollowUp second =
                Objects.requireNonNull(followUps.of(lin, List.of(ticket)).get(ticket));
        some.due(command.bureau(), second.id());
        look();
        assertThat(followUps.get(lin, second.id()).state()).isEqualTo(FollowUpState.ASKED);
    }

    @Test
    void who_could_not_be_reached_is_not_called_about_a_matter_that_was_opened_again() {
        FollowUp silent = asked(some.unreachable(lin));
        some.step(lin, Objects.requireNonNull(silent.ticket()), Step.REOPEN, "又断了");
        deliveries.await(command);
        assertThat(lists.page(lin, View.TO_ASK, null, null, 9)).isEmpty();
    }

    @Test
    void to_be_asked_by_telephone_are_the_latest_first_and_nobody_any_more_after_some_weeks() {
        consents.note(lin, zhou, ReachPoint.Kind.MOBILE, false, "on the telephone");
        consents.note(lin, zhou, ReachPoint.Kind.EMAIL, false, "on the telephone");
        List<FollowUp> silent = List.of(asked(zhou), asked(zhou), asked(zhou));
        closedAgo(silent.get(0), 40);
        closedAgo(silent.get(1), 29);
        assertThat(lists.page(lin, View.TO_ASK, null, null, 9))
                .extracting(FollowUp::id)
                .containsExactly(silent.get(2).id(), silent.get(1).id());
        assertThat(lists.page(
                        lin,
                        View.TO_ASK,
                        silent.get(2).closedAt(),
                        silent.get(2).id().value(),
                        9))
                .extracting(FollowUp::id)
                .containsExactly(silent.get(1).id());
    }

    private void closedAgo(FollowUp one, int days) {
        jdbc.sql(
                        "update recovery.follow_up set closed_at = now() - make_interval(days => ?) where bureau = ? and id = ?")
                .params(days, command.bureau().value(), one.id().value())
                .update();
    }

    @Test
    void what_was_answered_before_it_was_opened_again_stays_beside_the_ticket_and_in_the_marks() throws Exception {
        FollowUp first = asked(zhou);
        TicketId ticket = Objects.requireNonNull(first.ticket());
        followUps.enter(tang, first.id(), Channel.HOT_LINE, GOOD, "第一次的回答");
        some.step(lin, ticket, Step.REOPEN, "又断了");
        some.closeAgain(lin, ticket);
        deliveries.await(command);
        assertThat(followUps.of(lin, List.of(ticket)).get(ticket))
                .isNotNull()
                .extracting(FollowUp::round)
                .isEqualTo(1);
        assertThat(followUps.recoveryMarks(lin, List.of(ticket))).containsEntry(ticket, 5);
        assertThat(Browser.of(web, lin).look("/tickets/" + ticket.value()).page())
                .contains("Before it was opened again", "第一次的回答");
    }

    /** Its link does not arrive. */
    private MessageId lose(FollowUp one) {
        return deliveries.lose(command, FollowUps.KIND, one.id().value(), "followup.ask");
    }

    @Test
    void what_is_heard_late_of_a_link_does_not_hide_how_it_stands() {
        FollowUp one = asked(zhou);
        MessageId link = lose(one);
        UUID subject = one.id().value();
        deliveries.tell(command, Resent.TOPIC, new Resent(link.value(), FollowUps.KIND, subject, "followup.ask"));
        assertThat(followUps.get(lin, one.id()).state())
                .as("lost once more since it was sent again")
                .isEqualTo(FollowUpState.UNREACHED);

        deliveries.resend(command, link);
        deliveries.tell(
                command,
                Undelivered.TOPIC,
                new Undelivered(link.value(), FollowUps.KIND, subject, "followup.ask", MessageChannel.SMS, false));
        assertThat(followUps.get(lin, one.id()).state())
                .as("sent again since it was lost")
                .isEqualTo(FollowUpState.ASKED);
    }

    @Test
    void a_lost_link_has_asked_nobody_even_once_its_ticket_is_opened_again() {
        FollowUp one = asked(zhou);
        lose(one);
        some.step(lin, Objects.requireNonNull(one.ticket()), Step.REOPEN, "又断了");
        deliveries.await(command);
        assertThat(followUps.get(lin, one.id()).state()).isEqualTo(FollowUpState.DROPPED);
        assertThat(rows.askedSince(command.bureau(), zhou, null, one.closedAt()))
                .isFalse();
    }

    @Test
    void a_link_that_did_not_arrive_has_asked_nobody_and_a_lost_reminder_changes_nothing() {
        FollowUp lost = asked(zhou);
        lose(lost);
        assertThat(followUps.get(lin, lost.id()).state()).isEqualTo(FollowUpState.UNREACHED);
        assertThat(steps(lost)).endsWith(FollowUpStep.What.UNDELIVERED);
        assertThat(lists.page(lin, View.TO_ASK, null, null, 9))
                .extracting(FollowUp::id)
                .containsExactly(lost.id());
        some.due(command.bureau(), lost.id());
        look();
        assertThat(messages(lost)).as("nobody is reminded of it").containsExactly("followup.ask SMS");
        assertThat(rows.askedSince(command.bureau(), zhou, null, lost.closedAt()))
                .as("the link asked nobody, so another may")
                .isFalse();

        FollowUp reminded = asked(some.customer(lin, 2047));
        some.due(command.bureau(), reminded.id());
        look();
        deliveries.lose(command, FollowUps.KIND, reminded.id().value(), "followup.remind");
        assertThat(followUps.get(lin, reminded.id()).state()).isEqualTo(FollowUpState.ASKED);
        assertThat(steps(reminded)).endsWith(FollowUpStep.What.UNDELIVERED);
    }

    @Test
    void a_lost_link_that_is_sent_again_can_be_answered_and_is_reminded_of_once_more() {
        FollowUp lost = asked(zhou);
        deliveries.resend(command, lose(lost));

        assertThat(followUps.get(lin, lost.id()).state()).isEqualTo(FollowUpState.ASKED);
        assertThat(steps(lost)).endsWith(FollowUpStep.What.UNDELIVERED, FollowUpStep.What.SENT_AGAIN);
        assertThat(lists.page(lin, View.TO_ASK, null, null, 9)).isEmpty();
        assertThat(rows.askedSince(command.bureau(), zhou, null, lost.closedAt()))
                .isTrue();
        some.due(command.bureau(), lost.id());
        look();
        assertThat(messages(lost)).containsExactly("followup.ask SMS", "followup.remind SMS");

        FollowUp late = asked(some.customer(lin, 2048));
        MessageId link = lose(late);
        jdbc.sql("update recovery.follow_up set expires_at = now() where bureau = ? and id = ?")
                .params(command.bureau().value(), late.id().value())
                .update();
        deliveries.resend(command, link);
        assertThat(followUps.get(lin, late.id()).state())
                .as("its link is good no longer")
                .isEqualTo(FollowUpState.UNREACHED);
    }

    @Test
    void a_customer_is_reminded_once_and_then_left_alone() {
        FollowUp one = asked(zhou);
        for (int again = 0; again < 2; again++) {
            some.due(command.bureau(), one.id());
            look();
            assertThat(messages(one)).containsExactly("followup.ask SMS", "followup.remind SMS");
        }
        some.expire(command.bureau(), one.id());
        look();
        assertThat(followUps.get(lin, one.id()).state()).isEqualTo(FollowUpState.EXPIRED);
        assertThat(messages(one)).hasSize(2);
    }

    @Test
    void who_was_asked_lately_is_spared() {
        asked(zhou);
        FollowUp second = asked(zhou);
        assertThat(second.state()).isEqualTo(FollowUpState.DROPPED);
        assertThat(steps(second)).contains(FollowUpStep.What.SPARED);
        assertThat(messages(second)).isEmpty();
    }

    @Test
    void an_answer_lands_beside_the_ticket_and_is_told_once() throws Exception {
        FollowUp one = asked(zhou);
        followUps.enter(tang, one.id(), Channel.COUNTER, GOOD, "<b>很好</b>");
        assertThat(told(one)).isEqualTo(1);
        deliveries.await(command);
        assertThat(jdbc.sql("""
                                select recovery || ' ' || service || ' ' || recommend from insight.effect_answer
                                 where bureau = ? and follow_up = ?
                                """)
                        .params(command.bureau().value(), one.id().value())
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("5 4 9");
        FollowUp now = Objects.requireNonNull(
                followUps.of(lin, List.of(Objects.requireNonNull(one.ticket()))).get(one.ticket()));
        assertThat(Objects.requireNonNull(now.answer()).marks()).isEqualTo(GOOD);
        assertThat(now.callback()).isNull();
        assertThat(Browser.of(web, lin).look("/tickets/" + one.ticket().value()).page())
                .contains("What the customer says", "5 of 5", "9 of 10", "&lt;b&gt;很好&lt;/b&gt;");
        assertThat(Browser.of(web, lin).look("/follow-ups?view=answers").page()).contains("客户2046");
    }

    @Test
    void a_bad_answer_gives_a_call_to_somebody_who_had_nothing_to_do_with_it() {
        FollowUp one = asked(zhou);
        followUps.enter(head, one.id(), Channel.HOT_LINE, BAD, "还是断");
        FollowUp bad = followUps.get(lin, one.id());
        FollowUp.Callback call = Objects.requireNonNull(bad.callback());
        assertThat(bad.handledBy()).contains(lin.staff()).doesNotContain(tang.staff());
        assertThat(call.assigned()).isIn(tang.staff(), head.staff());
        assertThat(commitments.of(command, new Subject(FollowUps.KIND, one.id().value())))
                .singleElement()
                .satisfies(clock -> assertThat(clock.endedAt()).isNull());
        assertThat(lists.page(lin, View.CALLS, null, null, 9))
                .extracting(FollowUp::id)
                .containsExactly(one.id());

        own(() -> followUps.takeOver(lin, one.id(), bad.version()));
        own(() -> followUps.called(lin, one.id(), bad.version(), "没事了"));
        followUps.takeOver(tang, one.id(), bad.version());
        int version = followUps.get(lin, one.id()).version();
        assertThatThrownBy(() -> followUps.called(tang, one.id(), version, "  "))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("followup.result"));
        assertThat(followUps.called(tang, one.id(), version - 1, "已致歉并减免")).isEqualTo(new Refused(Reason.MOVED));
        assertThat(followUps.called(tang, one.id(), version, "已致歉并减免")).isInstanceOf(Done.class);
        assertThat(followUps.called(tang, one.id(), version + 1, "x")).isEqualTo(new Refused(Reason.NO_CALL));
        assertThat(lists.page(lin, View.CALLS, null, null, 9)).isEmpty();
        assertThat(commitments.of(command, new Subject(FollowUps.KIND, one.id().value())))
                .singleElement()
                .satisfies(clock -> assertThat(clock.endedAt()).isNotNull());
    }

    @Test
    void where_everybody_had_to_do_with_it_the_call_waits_for_somebody_from_elsewhere() {
        Actor alone = offices.found();
        Actor only = offices.hire(alone, Posts.AGENT, "1");
        Ticket ticket = some.closed(only, some.customer(only, 3001));
        deliveries.await(alone);
        FollowUpId id = some.of(ticket, alone.bureau()).getFirst();
        Actor other = offices.hireElsewhere(alone, Posts.AGENT, "9");
        followUps.enter(other, id, Channel.HOT_LINE, BAD, "");
        FollowUp bad = followUps.get(only, id);
        assertThat(Objects.requireNonNull(bad.callback()).assigned()).isNull();
        followUps.takeOver(other, id, bad.version());
        assertThat(Objects.requireNonNull(followUps.get(only, id).callback()).assigned())
                .isEqualTo(other.staff());
    }

    @Test
    void the_database_itself_keeps_whoever_had_it_from_calling() {
        FollowUp one = asked(zhou);
        followUps.enter(tang, one.id(), Channel.HOT_LINE, BAD, "");
        assertThatThrownBy(() -> jdbc.sql("update recovery.follow_up set assigned = ? where bureau = ? and id = ?")
                        .params(
                                lin.staff().value(),
                                command.bureau().value(),
                                one.id().value())
                        .update())
                .hasMessageContaining("follow_up_check");
    }

    @Test
    void a_call_is_taken_and_recorded_in_the_browser() throws Exception {
        FollowUp one = asked(zhou);
        Browser desk = Browser.of(web, tang);
        String path = one.path();
        assertThat(desk.send(path, "recovery", "1", "channel", "COUNTER").status())
                .isEqualTo(422);
        assertThat(desk.send(path, "recovery", "1", "service", "2", "channel", "COUNTER", "words", "气人")
                        .next())
                .isEqualTo(path);
        assertThat(desk.look("/follow-ups").page())
                .contains("客户2046", "How it was put right: 1; Service as a whole: 2");
        String version = Integer.toString(followUps.get(tang, one.id()).version());
        assertThat(desk.send(path + "/called", "version", version, "result", "").status())
                .isEqualTo(422);
        assertThat(desk.send(path + "/called", "version", version, "result", "已上门致歉")
                        .next())
                .isEqualTo(path);
        assertThat(desk.look(path).page()).contains("已上门致歉", "Called");
        assertThat(Browser.of(web, lin).look(path).page()).contains("You had to do with this matter");
    }

    @Test
    void a_customer_without_a_failure_is_asked_to_compare_and_nobody_calls() {
        FollowUp one = followUps.compare(lin, zhou, Channel.COUNTER, new Marks(null, 1, null, 2, 3, null), "");
        assertThat(one.state()).isEqualTo(FollowUpState.ANSWERED);
        assertThat(one.ticket()).isNull();
        assertThat(one.callback()).isNull();
        assertThatThrownBy(() ->
                        followUps.compare(tang, zhou, Channel.HOT_LINE, new Marks(null, 5, null, null, null, null), ""))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("followup.compared");
        jdbc.sql(
                        "update recovery.follow_up set answered_at = answered_at - interval '200 days' where bureau = ? and id = ?")
                .params(command.bureau().value(), one.id().value())
                .update();
        assertThat(followUps
                        .compare(tang, zhou, Channel.HOT_LINE, new Marks(null, 5, null, null, null, null), "")
                        .state())
                .isEqualTo(FollowUpState.ANSWERED);
    }

    @Test
    void a_closed_ticket_that_is_not_asked_about_by_itself_is_asked_about_by_a_press() throws Exception {
        Ticket ticket = some.enquiry(lin, zhou);
        deliveries.await(command);
        assertThat(some.of(ticket, command.bureau())).isEmpty();
        Browser desk = Browser.of(web, tang);
        String page = "/tickets/" + ticket.id().value();
        assertThat(desk.look(page).page()).contains("Ask the customer");
        String next = desk.send(page + "/follow-up").next();
        assertThat(desk.send(page + "/follow-up").next()).isEqualTo(next);
        assertThat(some.of(ticket, command.bureau())).hasSize(1);
        look();
        assertThat(followUps
                        .get(lin, some.of(ticket, command.bureau()).getFirst())
                        .state())
                .isEqualTo(FollowUpState.ASKED);
    }

    @Test
    void of_whatever_kind_a_matter_is_something_given_for_it_is_asked_about() {
        Ticket ticket = some.enquiry(lin, zhou);
        remedies.give(lin, ticket.id(), RemedyKind.APOLOGY, null, "等了太久");
        some.step(lin, ticket.id(), Step.REOPEN, "没说清楚");
        some.closeAgain(lin, ticket.id());
        deliveries.await(command);
        assertThat(some.of(ticket, command.bureau())).isNotEmpty();
    }

    @Test
    void what_came_by_file_and_was_worked_here_is_asked_about_but_not_what_came_closed_or_was_closed_long_ago() {
        TicketChanged.Course here = new TicketChanged.Course(null, null, null, null, null, 0);
        assertThat(told(true, here, Duration.ofDays(1))).isEqualTo(1);
        assertThat(told(true, null, Duration.ofDays(1))).isZero();
        assertThat(told(true, here, Duration.ofDays(400))).isZero();
        assertThat(told(false, here, Duration.ofDays(1))).isEqualTo(1);
    }

    /** How many questionnaires there are of a ticket that was closed so long ago, once that is told. */
    private int told(boolean imported, TicketChanged.@Nullable Course course, Duration ago) {
        UUID ticket = Ids.next();
        Instant closed = Instant.now().minus(ago);
        TicketChanged.Fact fact = new TicketChanged.Fact(
                ticket,
                1234,
                3,
                TicketKind.FAULT,
                "closed",
                Channel.HOT_LINE,
                null,
                command.unit().value(),
                "no-service",
                null,
                zhou.value(),
                closed,
                closed,
                closed,
                imported,
                course,
                null);
        plans.receive(new OutboxMessage(
                command.bureau().value(),
                1,
                TicketChanged.TOPIC,
                JsonMapper.builder().build().writeValueAsString(new TicketChanged(List.of(fact)))));
        return rows.of(command.bureau(), List.of(new TicketId(ticket))).size();
    }

    @Test
    void links_are_forgotten_once_they_have_long_been_good_for_nothing() {
        FollowUp one = planned(zhou);
        links.make(command.bureau(), one.id().value());
        links.make(command.bureau(), one.id().value());
        jdbc.sql("""
                        update recovery.answer_link set made_at = made_at - interval '45 days'
                         where ctid = (select ctid from recovery.answer_link where bureau = ? limit 1)
                        """).param(command.bureau().value()).update();
        while (sending.forget(command) > 0) {
            assertThat(command.bureau()).isNotNull();
        }
        assertThat(jdbc.sql("select count(*) from recovery.answer_link where bureau = ?")
                        .param(command.bureau().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_is_not_closed_is_not_asked_about() throws Exception {
        Ticket ticket = some.enquiry(lin, zhou);
        some.step(lin, ticket.id(), Step.REOPEN, "还有问题");
        assertThatThrownBy(() -> followUps.ask(tang, ticket.id()))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("followup.notyet"));
    }

    @Test
    void the_file_of_a_customer_without_a_ticket_leads_to_the_questions() throws Exception {
        Browser desk = Browser.of(web, lin);
        String file = "/customers/" + zhou.value();
        assertThat(desk.look(file).page()).contains(file + "/satisfaction");
        assertThat(desk.look(file + "/satisfaction").page()).contains("Ask how content they are");
        assertThat(desk.send(file + "/satisfaction", "channel", "COUNTER").status())
                .isEqualTo(422);
        String next = desk.send(file + "/satisfaction", "channel", "COUNTER", "service", "4", "recommend", "8")
                .next();
        assertThat(desk.look(next).page()).contains("4 of 5", "8 of 10");
    }

    @Test
    void what_was_answered_is_blacked_out_and_links_lead_nowhere() {
        Actor chief = offices.hire(command, Posts.GENERAL_MANAGER, "1");
        FollowUp answered = asked(zhou);
        followUps.enter(tang, answered.id(), Channel.HOT_LINE, GOOD, "我是客户2046，电话13812342046");
        FollowUp open = planned(zhou);
        redactions.redact(chief, zhou, "asked for it");
        assertThat(Objects.requireNonNull(followUps.get(lin, answered.id()).answer())
                        .words())
                .doesNotContain("客户2046", "13812342046")
                .isNotEmpty();
        assertThat(followUps.get(lin, open.id()).state()).isEqualTo(FollowUpState.DROPPED);
    }
}
