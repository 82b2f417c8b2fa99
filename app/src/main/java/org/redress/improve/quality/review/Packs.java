package org.redress.improve.quality.review;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketNumber;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.improve.quality.card.CardBoard;
import org.redress.improve.quality.card.CardFilter;
import org.redress.improve.quality.card.Severity;
import org.redress.improve.quality.hot.HotMatters;
import org.redress.improve.quality.review.ReviewPack.CardLine;
import org.redress.improve.quality.review.ReviewPack.Figures;
import org.redress.improve.quality.review.ReviewPack.FollowUp;
import org.redress.improve.quality.review.ReviewPack.HotLine;
import org.redress.improve.quality.review.ReviewPack.WorstCase;
import org.springframework.stereotype.Component;

/** Puts together what lies on the table of a meeting, as it stands at the moment. */
@Component
class Packs {

    private static final int MOST_CLOSED = 20_000;
    private static final int MOST_LINES = 50;

    private final PackRows rows;
    private final DecisionRows decisions;
    private final ReviewRows reviews;
    private final HotMatters hot;
    private final CardBoard cards;
    private final TicketBoard board;
    private final Remedies remedies;
    private final Bureaus bureaus;
    private final Clock clock;

    Packs(
            PackRows rows,
            DecisionRows decisions,
            ReviewRows reviews,
            HotMatters hot,
            CardBoard cards,
            TicketBoard board,
            Remedies remedies,
            Bureaus bureaus,
            Clock clock) {
        this.rows = rows;
        this.decisions = decisions;
        this.reviews = reviews;
        this.hot = hot;
        this.cards = cards;
        this.board = board;
        this.remedies = remedies;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    /** The whole pack of a week, the same whoever asks; what a reader may not see of it is left out where it is shown. */
    ReviewPack of(Actor actor, Review review) {
        Actor product = bureaus.command(bureaus.get(actor.bureau()));
        LocalDate week = review.week();
        Instant from = start(product, week);
        Instant until = start(product, week.plusDays(Review.DAYS));
        return new ReviewPack(
                clock.instant(),
                figures(product, from, until),
                figures(product, start(product, week.minusDays(Review.DAYS)), from),
                worst(product, from, until),
                hotLines(product),
                cardLines(product),
                followUp(product, review));
    }

    private static Instant start(Actor actor, LocalDate day) {
        return day.atStartOfDay(actor.zone()).toInstant();
    }

    private Figures figures(Actor product, Instant from, Instant until) {
        PackRows.Counts counts = rows.counts(product.bureau(), from, until);
        List<UUID> closed = rows.closed(product.bureau(), from, until, MOST_CLOSED + 1);
        List<TicketId> summed =
                closed.stream().limit(MOST_CLOSED).map(TicketId::new).toList();
        Money sum = Remedies.total(
                remedies.of(product, summed).values().stream()
                        .flatMap(List::stream)
                        .toList(),
                remedies.currency(product));
        Map<Severity, Long> standing = cards.standing(product, from, until);
        BigDecimal amount = sum.getAmount();
        return new Figures(
                counts.received(),
                counts.closed(),
                counts.answered(),
                counts.inTime(),
                counts.judged(),
                counts.upheld(),
                counts.reopened(),
                amount,
                sum.getCurrencyUnit().getCode(),
                closed.size() > MOST_CLOSED,
                standing.getOrDefault(Severity.NOTICE, 0L),
                standing.getOrDefault(Severity.YELLOW, 0L),
                standing.getOrDefault(Severity.RED, 0L));
    }

    private List<WorstCase> worst(Actor product, Instant from, Instant until) {
        List<PackRows.Case> found = rows.cases(product.bureau(), from, until, WorstCaseOrder.SHOWN);
        Map<TicketId, TicketCard> known =
                board
                        .cards(
                                product,
                                found.stream()
                                        .map(one -> new TicketId(one.ticket()))
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(TicketCard::id, Function.identity()));
        return WorstCaseOrder.first(found.stream()
                .map(one -> {
                    TicketCard card = known.get(new TicketId(one.ticket()));
                    Instant end = one.closedAt() == null || one.closedAt().isAfter(until) ? until : one.closedAt();
                    return new WorstCase(
                            one.ticket(),
                            new TicketNumber(one.number()).toString(),
                            card == null ? "" : card.subject(),
                            one.place(),
                            one.unit(),
                            one.reopened(),
                            one.verdict(),
                            one.late(),
                            Duration.between(one.receivedAt(), end).toDays());
                })
                .toList());
    }

    private List<HotLine> hotLines(Actor product) {
        return hot.now(product, null, null, MOST_LINES).stream()
                .map(one -> new HotLine(
                        one.id().value(),
                        one.matter().place(),
                        one.matter().type(),
                        one.matter().subject(),
                        one.heat().count(),
                        one.heat().expected(),
                        one.heat().score(),
                        one.said() == null ? null : one.said().word().name()))
                .toList();
    }

    private List<CardLine> cardLines(Actor product) {
        return cards.list(product, new CardFilter(CardFilter.View.OPEN, null), null, MOST_LINES).stream()
                .map(one -> new CardLine(
                        one.id().value(),
                        one.spoken(),
                        one.unit().value(),
                        one.severity().name(),
                        one.state().name()))
                .toList();
    }

    /** Of every earlier meeting what is open, and what has ended since the last one was held; all of the last one. */
    private List<FollowUp> followUp(Actor product, Review review) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), product.zone());
        Review last = reviews.before(product.bureau(), review.week()).orElse(null);
        if (last == null) {
            return List.of();
        }
        return decisions.before(product.bureau(), review.week(), last, MOST_LINES * 2).stream()
                .map(one -> new FollowUp(
                        one.id().value(),
                        one.spoken(),
                        one.what(),
                        one.owner().value(),
                        one.dueOn(),
                        one.state().name(),
                        one.lateOn(today),
                        one.outcome()))
                .toList();
    }
}
