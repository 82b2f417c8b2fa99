package org.redress.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketView;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Verdict;
import org.redress.ground.identity.Actor;
import org.redress.improve.quality.card.CardId;
import org.redress.improve.quality.card.CardResult;
import org.redress.improve.quality.card.NewCard;
import org.redress.improve.quality.card.QualityCards;
import org.redress.improve.quality.card.Severity;
import org.redress.improve.quality.hot.HotMatters;
import org.redress.improve.quality.review.Decisions;
import org.redress.improve.quality.review.NewDecision;
import org.redress.improve.quality.review.ReviewId;
import org.redress.improve.quality.review.Reviews;
import org.redress.platform.jobs.Outbox;
import org.springframework.stereotype.Component;

/** Upheld complaints of the demonstration, the cards that came of them in several states, hot matters, and two meetings. */
@Component
class DemoQuality implements DemoPart {

    private static final int LOOKED_AT = 200;
    private static final int UPHELD = 6;
    private static final List<String> CUT_OFF = List.of(
            "早上起来就断网，问了邻居都一样。",
            "整栋楼断网，光猫红灯一直闪。",
            "断网两个小时了，在家办公没法开会。",
            "宽带断网，重启光猫也没用。",
            "一单元到四单元全断网，到底什么时候修好？",
            "断网了，老人一个人在家看不了电视，也打不出电话。",
            "网断了，物业说是你们的线。");
    private static final int FIRST_VERSION = 1;

    private final Tickets tickets;
    private final TicketBoard board;
    private final QualityCards cards;
    private final HotMatters hot;
    private final Reviews reviews;
    private final Decisions decisions;
    private final Outbox outbox;
    private final Clock clock;

    DemoQuality(
            Tickets tickets,
            TicketBoard board,
            QualityCards cards,
            HotMatters hot,
            Reviews reviews,
            Decisions decisions,
            Outbox outbox,
            Clock clock) {
        this.tickets = tickets;
        this.board = board;
        this.cards = cards;
        this.hot = hot;
        this.reviews = reviews;
        this.decisions = decisions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoCredits.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor quality = bureau.quality();
        Deque<TicketId> upheld = investigate(quality);
        cutOff(bureau.person("lin"));
        // Cards and heat are reckoned from what the desk has told of; nobody waits for it here.
        outbox.drain();
        hot.look(quality);
        give(bureau, upheld);
        meet(bureau, quality);
    }

    /** A whole estate rings up this morning: a hot matter, and a proposal to join. */
    private void cutOff(Actor agent) {
        for (int i = 0; i < CUT_OFF.size(); i++) {
            tickets.open(
                    agent,
                    new NewTicket(
                            TicketKind.COMPLAINT,
                            Channel.HOT_LINE,
                            "小区整片断网",
                            CUT_OFF.get(i),
                            null,
                            "银杏里小区",
                            null,
                            clock.instant().minus(Duration.ofMinutes(20L * i + 5))));
        }
    }

    private Deque<TicketId> investigate(Actor quality) {
        TicketFilter complaints = new TicketFilter(TicketKind.COMPLAINT, null, null, null);
        Deque<TicketId> upheld = new ArrayDeque<>();
        for (TicketCard card : board.page(quality, TicketView.OPEN, complaints, null, LOOKED_AT)
                .cards()) {
            Ticket ticket = tickets.get(quality, card.id());
            Ticket.Classified classified = ticket.classified();
            if (upheld.size() < UPHELD && classified != null && classified.attribution() == Attribution.PROVIDER) {
                StepResult found =
                        tickets.find(quality, ticket.id(), ticket.version(), Verdict.UPHELD, "调录音和系统记录核实，客户反映属实。");
                if (found instanceof StepResult.Done) {
                    upheld.add(ticket.id());
                }
            }
        }
        return upheld;
    }

    /** One that stands, one that is appealed against, one that waits for a decision, one that is being heard; the rest are due. */
    private void give(DemoBureau bureau, Deque<TicketId> upheld) {
        Actor quality = bureau.quality();
        Actor manager = bureau.person("wei");
        Actor network = bureau.person("zheng");
        Actor crew = bureau.person("he");
        Actor agent = bureau.person("lin");
        if (upheld.size() < UPHELD - 2) {
            return;
        }
        CardId standing = card(quality, upheld, crew, false, "约好上门没有去，也没有通知客户。");
        cards.state(network, standing, "当天线路一班只有两人，已改排班。");
        cards.decide(manager, standing, Severity.NOTICE, "情况属实，已整改，给予提醒。");
        CardId appealed = card(quality, upheld, agent, true, "答应当天回电，三天没有回。");
        cards.state(agent, appealed, "当天系统中断，回电任务没有弹出。");
        cards.decide(manager, appealed, Severity.NOTICE, "有系统原因，但之后两天也未跟进。");
        cards.appeal(agent, appealed, "之后两天我休假，已按规定交班，附交班记录。");
        CardId heard = card(quality, upheld, network, false, "网络调整没有提前告知客户。");
        cards.state(network, heard, "属紧急调整，事后半小时内发了短信。");
        card(quality, upheld, bureau.head(), false, "同一客户三次来电，三次答复不一致。");
    }

    private CardId card(Actor quality, Deque<TicketId> upheld, Actor at, boolean personally, String words) {
        CardResult result = cards.propose(
                quality, new NewCard(upheld.removeFirst(), at.unit(), personally ? at.staff() : null, words));
        if (result instanceof CardResult.Done done) {
            return done.card().id();
        }
        throw new IllegalStateException("demonstration: " + result);
    }

    private void meet(DemoBureau bureau, Actor quality) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), quality.zone());
        Actor network = bureau.person("zheng");
        Actor head = bureau.head();
        ReviewId last = reviews.prepare(quality, today.minusWeeks(2));
        reviews.hold(quality, last, FIRST_VERSION);
        decisions.make(quality, last, new NewDecision("上门前一天由线路班短信确认时间，不能去的当天改约", network.staff(), today.plusDays(7)));
        decisions.make(quality, last, new NewDecision("热线统一三类常问问题的答复口径", head.staff(), today.plusDays(3)));
        reviews.minutes(quality, last, FIRST_VERSION + 1, "会议由质量科主持，各部门负责人参加。\n先看典型案例，再定措施。");
        decisions.open(head, true, null, null, 1).stream()
                .findFirst()
                .ifPresent(one -> decisions.report(head, one.id(), one.version(), "口径已发到班组，本周起执行。"));
        reviews.prepare(quality, reviews.lastWeek(quality));
    }
}
