package org.redress.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.followup.FollowUp;
import org.redress.desk.recovery.followup.FollowUps;
import org.redress.desk.recovery.followup.Marks;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketPage;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.Segment;
import org.redress.ground.party.Standing;
import org.redress.ground.party.Standings;
import org.springframework.stereotype.Component;

/** What customers of the demonstration are to the house, what was given for failures of the last months, and what they say of it. */
@Component
class DemoRecoveries implements DemoPart {

    private static final long SEED = 20261130;
    private static final int RECOVERIES = 150;
    private static final int PAGE = 200;
    private static final int UNFAILED = 36;
    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    private static final List<Integer> TARIFFS = List.of(39, 59, 59, 79, 99, 129, 199);
    private static final List<RemedyKind> GIVEN = List.of(
            RemedyKind.BILL_CREDIT, RemedyKind.BILL_CREDIT, RemedyKind.APOLOGY, RemedyKind.DISCOUNT, RemedyKind.GIFT);

    private final Customers customers;
    private final Standings standings;
    private final TicketBoard board;
    private final Remedies remedies;
    private final FollowUps followUps;
    private final Clock clock;

    DemoRecoveries(
            Customers customers,
            Standings standings,
            TicketBoard board,
            Remedies remedies,
            FollowUps followUps,
            Clock clock) {
        this.customers = customers;
        this.standings = standings;
        this.board = board;
        this.remedies = remedies;
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoDiagnosis.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        DemoCustomers all = bureau.customers();
        RandomGenerator random = new SplittableRandom(SEED);
        Actor head = bureau.head();
        Actor shen = bureau.quality();
        List<Actor> callers = Stream.concat(
                        Stream.of(shen),
                        bureau.people().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::getValue))
                .filter(one -> one.may(Action.WRITE, FollowUps.KIND))
                .toList();
        List<TicketCard> closed = closed(head);
        Set<CustomerId> failed = new HashSet<>();
        closed.forEach(card -> failed.add(Objects.requireNonNull(card.customer())));
        List<CustomerId> known = know(head, all);
        standings.put(
                head,
                known.stream()
                        .map(one -> standing(one, failed.contains(one), head, random))
                        .toList());
        int asked = 0;
        for (TicketCard card : closed) {
            if (asked == RECOVERIES) {
                break;
            }
            asked++;
            recover(asked, card, head, callers, random);
        }
        known.stream()
                .filter(one -> !failed.contains(one))
                .limit(UNFAILED)
                .forEach(one -> followUps.compare(
                        shen,
                        one,
                        Channel.COUNTER,
                        new Marks(null, mark(random, 4), null, mark(random, 4), 8, null),
                        ""));
    }

    private List<TicketCard> closed(Actor head) {
        List<TicketCard> cards = new ArrayList<>();
        String cursor = null;
        do {
            TicketPage page = board.page(head, TicketView.CLOSED, TicketFilter.NONE, cursor, PAGE);
            page.cards().stream()
                    .filter(card -> card.customer() != null && failure(card.kind()))
                    .forEach(cards::add);
            cursor = page.next();
        } while (cursor != null && cards.size() < RECOVERIES * 2);
        return cards;
    }

    private static boolean failure(TicketKind kind) {
        return kind == TicketKind.COMPLAINT || kind == TicketKind.FAULT || kind == TicketKind.BILL_DISPUTE;
    }

    private List<CustomerId> know(Actor head, DemoCustomers all) {
        List<CustomerDraft> drafts = all.all().stream()
                .map(one -> new CustomerDraft("desk", null, one.name(), one.phone(), "+86" + one.phone(), null, null))
                .toList();
        List<@Nullable CustomerId> matched = customers.match(head, drafts);
        return matched.stream().map(Objects::requireNonNull).distinct().toList();
    }

    /** Who was disappointed leaves a little more often. */
    private Standing standing(CustomerId customer, boolean failed, Actor head, RandomGenerator random) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        Segment segment = random.nextInt(12) == 0 ? Segment.BUSINESS : Segment.RESIDENTIAL;
        boolean left = random.nextInt(100) < (failed ? 14 : 9);
        return new Standing(
                customer,
                segment,
                Money.of(YUAN, TARIFFS.get(random.nextInt(TARIFFS.size()))),
                today.minusMonths(random.nextInt(14, 120)),
                left ? today.minusDays(random.nextInt(1, 150)) : null);
    }

    /** Whoever had nothing to do with a matter asks about it. */
    private void recover(int n, TicketCard card, Actor head, List<Actor> callers, RandomGenerator random) {
        if (n % 4 > 0) {
            RemedyKind kind = GIVEN.get(random.nextInt(GIVEN.size()));
            remedies.give(head, card.id(), kind, sum(kind, random), "", DemoCases.ANOTHER);
        }
        if (n % 3 == 2) {
            return;
        }
        FollowUp asked = followUps.ask(head, card.id());
        if (n % 7 == 3) {
            return;
        }
        Actor caller = callers.stream()
                .filter(one -> followUps.apart(one, asked))
                .findFirst()
                .orElseThrow();
        int recovery = mark(random, 4);
        followUps.enter(
                caller,
                asked.id(),
                Channel.HOT_LINE,
                new Marks(recovery, mark(random, 4), mark(random, 4), mark(random, 4), random.nextInt(3, 11), false),
                recovery <= 2 ? "问题是解决了，可是没有人跟我解释过。" : "");
        FollowUp answered = followUps.get(caller, asked.id());
        if (answered.callback() != null && n % 2 == 0) {
            followUps.called(caller, asked.id(), answered.version(), "已说明原因并致歉，客户接受。");
        }
    }

    private static @Nullable Money sum(RemedyKind kind, RandomGenerator random) {
        return kind == RemedyKind.APOLOGY ? null : Money.of(YUAN, 10 * random.nextInt(1, 6));
    }

    /** From 1 to 5, mostly about the given. */
    private static int mark(RandomGenerator random, int about) {
        return Math.clamp(about + random.nextInt(-2, 2) + random.nextInt(2), 1, 5);
    }
}
