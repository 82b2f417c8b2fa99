package org.redress.improve.quality.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Verdict;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.improve.quality.SomeComplaints;
import org.redress.improve.quality.card.CardResult.Illegal;
import org.redress.improve.quality.card.CardResult.Reason;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S5.4")
class QualityCardsIT {

    private static final CardFilter OPEN = new CardFilter(CardFilter.View.OPEN, null);
    private static final CardFilter STANDING = new CardFilter(CardFilter.View.STANDING, null);

    @Autowired
    QualityCards cards;

    @Autowired
    CardBoard board;

    @Autowired
    CardWatch watch;

    @Autowired
    SomeComplaints complaints;

    @Autowired
    Offices offices;

    @Autowired
    Calendars calendars;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor lin;
    private Actor tang;
    private Actor gao;
    private Actor he;
    private Actor zheng;
    private Actor shen;
    private Actor xu;
    private Actor wei;

    @BeforeEach
    void open() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "lin");
        tang = offices.hire(command, Posts.AGENT, "tang");
        gao = offices.hire(command, Posts.HEAD, "gao");
        he = offices.hireElsewhere(command, Posts.AGENT, "he");
        zheng = offices.hireElsewhere(command, Posts.HEAD, "zheng");
        shen = offices.hireElsewhere(command, Posts.QUALITY, "shen");
        xu = offices.hireElsewhere(command, Posts.QUALITY, "xu");
        wei = offices.hireElsewhere(command, Posts.GENERAL_MANAGER, "wei");
    }

    private CardResult wish(TicketId ticket, @Nullable Actor person) {
        return cards.propose(shen, new NewCard(ticket, lin.unit(), person == null ? null : person.staff(), "答应的回电没有打"));
    }

    private QualityCard proposed(@Nullable Actor person) {
        return done(wish(complaints.upheld(lin, "没有回电", "no-service"), person));
    }

    private static QualityCard done(CardResult result) {
        assertThat(result).isInstanceOf(CardResult.Done.class);
        return ((CardResult.Done) result).card();
    }

    private static void refused(CardResult result, Reason reason) {
        assertThat(result).isEqualTo(new CardResult.Refused(reason));
    }

    private QualityCard standing(@Nullable Actor person, Severity severity) {
        QualityCard card = proposed(person);
        done(cards.state(person == null ? gao : person, card.id(), "当时系统故障"));
        return done(cards.decide(wei, card.id(), severity, "查明属实"));
    }

    @Test
    void only_what_is_upheld_by_our_doing_brings_a_card_and_only_one() {
        TicketId theirs = complaints.judged(lin, "自己误操作", "no-service", Attribution.CUSTOMER, Verdict.UPHELD);
        TicketId unfounded = complaints.judged(lin, "没有这回事", "no-service", Attribution.PROVIDER, Verdict.NOT_UPHELD);
        refused(wish(theirs, null), Reason.NOT_UPHELD);
        refused(wish(unfounded, null), Reason.NOT_UPHELD);
        TicketId ticket = complaints.upheld(lin, "没有回电", "no-service");
        assertThat(board.due(shen, null, null, 50)).extracting(CardDue::ticket).containsExactly(ticket);
        refused(wish(ticket, he), Reason.ELSEWHERE);
        done(wish(ticket, null));
        refused(wish(ticket, null), Reason.ALREADY);
        assertThat(board.due(shen, null, null, 50)).isEmpty();
        assertThatThrownBy(() -> cards.propose(gao, new NewCard(ticket, he.unit(), null, "是他们")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void the_rule_says_how_grave_it_is_by_how_many_lie_at_the_same_door() {
        assertThat(proposed(null).proposed()).isEqualTo(Severity.NOTICE);
        assertThat(proposed(null).proposed()).isEqualTo(Severity.NOTICE);
        QualityCard third = proposed(null);
        assertThat(third.proposed()).isEqualTo(Severity.YELLOW);
        assertThat(third.grounds().counted()).isEqualTo(3);
        assertThat(third.grounds().rules()).contains("card.yellow=3@house/1", "card.window=90@house/1");
        // What is laid at a person's door does not lie at the unit's.
        assertThat(proposed(lin).grounds().counted()).isEqualTo(1);
        QualityCard conduct = done(wish(complaints.upheld(lin, "态度恶劣", "rude-staff"), lin));
        assertThat(conduct.proposed()).isEqualTo(Severity.YELLOW);
    }

    @Test
    void whoever_it_concerns_is_told_and_heard_before_somebody_else_decides() {
        QualityCard card = proposed(lin);
        assertThat(told(lin, "card.proposed")).isOne();
        refused(cards.decide(wei, card.id(), Severity.NOTICE, "属实"), Reason.HEARING);
        assertThatThrownBy(() -> cards.state(gao, card.id(), "我替她说")).isInstanceOf(Problem.class);
        assertThat(done(cards.state(lin, card.id(), "当时系统故障")).state()).isEqualTo(CardState.HEARD);
        done(cards.state(lin, card.id(), "补充：有工单为证"));
        refused(cards.decide(shen, card.id(), Severity.NOTICE, "属实"), Reason.PROPOSER);
        refused(cards.decide(wei, card.id(), Severity.RED, "从重"), Reason.GRAVER);
        assertThatThrownBy(() -> cards.decide(gao, card.id(), Severity.NOTICE, "属实"))
                .isInstanceOf(Problem.class);
        assertThat(counted()).isZero();
        QualityCard stands = done(cards.decide(wei, card.id(), Severity.NOTICE, "属实"));
        assertThat(stands.state()).isEqualTo(CardState.STANDS);
        assertThat(counted()).isOne();
        assertThat(told(lin, "card.decided")).isOne();
        CardResult late = cards.decide(xu, card.id(), null, "不算");
        assertThat(late).isEqualTo(new Illegal(CardState.STANDS, Set.of(CardStep.APPEAL)));
        assertThat(((Illegal) late).text(Words.of(Locale.ENGLISH)))
                .isEqualTo("It stands at “Stands”. Possible now: Appeal.");
        assertThat(board.show(shen, card.id()).history())
                .extracting(CardEvent::what)
                .containsExactly("PROPOSE", "STATE", "STATE", "UPHOLD");
    }

    private long counted() {
        return board.list(shen, STANDING, null, 50).stream()
                .filter(card -> card.state().counts())
                .count();
    }

    private long told(Actor person, String code) {
        return jdbc.sql("select count(*) from notification.message where bureau = ? and code = ? and address = ?")
                .params(person.bureau().value(), code, person.staff().value().toString())
                .query(Long.class)
                .single();
    }

    @Test
    void nobody_decides_about_their_own_unit_or_after_speaking_for_it() {
        QualityCard own = done(cards.propose(
                shen, new NewCard(complaints.upheld(lin, "没有回电", "no-service"), wei.unit(), null, "总经理室没有批")));
        done(cards.state(wei, own.id(), "批了"));
        refused(cards.decide(wei, own.id(), null, "不算"), Reason.CONCERNED);
        assertThat(done(cards.decide(xu, own.id(), null, "确已批准")).state()).isEqualTo(CardState.DROPPED);
    }

    @Test
    void a_hearing_that_passes_in_silence_ends_by_itself() {
        QualityCard card = proposed(lin);
        past(card, "hear_until");
        watch.look();
        QualityCard after = board.get(shen, card.id());
        assertThat(after.state()).isEqualTo(CardState.HEARD);
        assertThat(done(cards.decide(wei, card.id(), null, "证据不足")).state()).isEqualTo(CardState.DROPPED);
    }

    @Test
    void a_holiday_that_is_announced_meanwhile_lengthens_the_hearing() {
        QualityCard card = proposed(lin);
        Instant until = card.grounds().hearUntil();
        calendars.putDate(command, Calendars.WORKING, LocalDate.ofInstant(until, command.zone()), "", "台风停工", "应急办");
        deliveries.await(command);
        assertThat(board.get(shen, card.id()).grounds().hearUntil()).isAfter(until);
    }

    private void past(QualityCard card, String column) {
        jdbc.sql("update quality.card set " + column + " = now() - interval '1 minute' where bureau = ? and id = ?")
                .params(shen.bureau().value(), card.id().value())
                .update();
    }

    @Test
    void cards_are_seen_by_whom_they_concern_their_heads_and_the_quality_posts_alone() {
        QualityCard card = proposed(lin);
        for (Actor reader : List.of(lin, gao, shen, xu, wei)) {
            assertThat(board.get(reader, card.id())).isEqualTo(card);
            assertThat(board.list(reader, OPEN, null, 50)).containsExactly(card);
        }
        for (Actor stranger : List.of(he, zheng, tang)) {
            assertThatThrownBy(() -> board.get(stranger, card.id()))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status().value()).isEqualTo(404));
            assertThat(board.list(stranger, OPEN, null, 50)).isEmpty();
        }
    }

    @Test
    void a_card_is_appealed_against_once_and_somebody_else_decides() {
        QualityCard card = standing(lin, Severity.NOTICE);
        assertThatThrownBy(() -> cards.appeal(gao, card.id(), "不服")).isInstanceOf(Problem.class);
        assertThat(done(cards.appeal(lin, card.id(), "有新证据")).state()).isEqualTo(CardState.APPEALED);
        assertThat(counted()).isZero();
        refused(cards.decideAppeal(wei, card.id(), Severity.NOTICE, "维持"), Reason.DECIDER);
        refused(cards.decideAppeal(shen, card.id(), Severity.NOTICE, "维持"), Reason.PROPOSER);
        assertThat(done(cards.decideAppeal(xu, card.id(), Severity.NOTICE, "维持"))
                        .state())
                .isEqualTo(CardState.STANDS);
        refused(cards.appeal(lin, card.id(), "还是不服"), Reason.APPEALED);
        QualityCard late = standing(lin, Severity.NOTICE);
        past(late, "appeal_until");
        refused(cards.appeal(lin, late.id(), "才看到"), Reason.TOO_LATE);
    }

    @Test
    void a_card_ends_when_its_time_is_over() {
        QualityCard card = standing(lin, Severity.NOTICE);
        past(card, "expires_at");
        watch.look();
        assertThat(board.get(lin, card.id()).state()).isEqualTo(CardState.EXPIRED);
        assertThat(counted()).isZero();
    }

    @Test
    void two_yellow_cards_make_a_red_one_proposed_which_falls_with_either_of_them() {
        QualityCard first = conduct();
        assertThat(board.list(shen, OPEN, null, 50)).isEmpty();
        QualityCard second = conduct();
        QualityCard red = board.list(shen, OPEN, null, 50).getFirst();
        assertThat(red.severity()).isEqualTo(Severity.RED);
        assertThat(red.yellows()).isEqualTo(new QualityCard.Yellows(first.id(), second.id()));
        assertThat(board.show(shen, red.id()).tickets()).hasSize(2);
        done(cards.state(lin, red.id(), "两件是一回事"));
        done(cards.decide(wei, red.id(), Severity.RED, "两次"));
        done(cards.appeal(lin, second.id(), "有新证据"));
        done(cards.decideAppeal(xu, second.id(), null, "证据成立"));
        assertThat(board.get(lin, second.id()).state()).isEqualTo(CardState.LIFTED);
        assertThat(board.get(lin, red.id()).state()).isEqualTo(CardState.LIFTED);
        assertThat(board.get(lin, first.id()).state()).isEqualTo(CardState.STANDS);
        // The one that stands makes a pair with the next.
        QualityCard third = conduct();
        assertThat(board.list(shen, OPEN, null, 50).getFirst().yellows())
                .isEqualTo(new QualityCard.Yellows(first.id(), third.id()));
    }

    private QualityCard conduct() {
        QualityCard card = done(wish(complaints.upheld(lin, "态度恶劣", "rude-staff"), lin));
        done(cards.state(lin, card.id(), "没有"));
        return done(cards.decide(wei, card.id(), Severity.YELLOW, "查录音属实"));
    }

    @Test
    void a_reduced_card_stands_milder_than_it_was_proposed() {
        QualityCard card = done(wish(complaints.upheld(lin, "态度恶劣", "rude-staff"), lin));
        done(cards.state(lin, card.id(), "没有"));
        QualityCard reduced = done(cards.decide(wei, card.id(), Severity.NOTICE, "情节轻"));
        assertThat(reduced.reduced()).isTrue();
        assertThat(reduced.severity()).isEqualTo(Severity.NOTICE);
    }

    @Test
    void of_two_who_decide_at_once_one_does() throws Exception {
        QualityCard card = proposed(lin);
        done(cards.state(lin, card.id(), "没有"));
        try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
            List<Callable<CardResult>> both = List.of(
                    () -> cards.decide(wei, card.id(), Severity.NOTICE, "属实"),
                    () -> cards.decide(xu, card.id(), null, "不属实"));
            List<Future<CardResult>> results = pair.invokeAll(both);
            assertThat(List.of(results.get(0).get(), results.get(1).get()))
                    .hasAtLeastOneElementOfType(CardResult.Done.class)
                    .hasAtLeastOneElementOfType(Illegal.class);
        }
    }

    @Test
    void whoever_proposed_it_takes_it_back_and_the_complaint_may_bring_another() {
        QualityCard card = proposed(lin);
        assertThatThrownBy(() -> cards.withdraw(xu, card.id(), "弄错了")).isInstanceOf(Problem.class);
        assertThat(done(cards.withdraw(shen, card.id(), "找错了人")).state()).isEqualTo(CardState.WITHDRAWN);
        assertThat(board.due(shen, null, null, 50)).hasSize(1);
    }
}
