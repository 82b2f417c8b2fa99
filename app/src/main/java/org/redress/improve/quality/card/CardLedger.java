package org.redress.improve.quality.card;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.database.Moments;
import org.springframework.stereotype.Component;

/** Writes cards down: each step with its history and trail, and what follows from it by rule. */
@Component
class CardLedger {

    static final String PROPOSE = "PROPOSE";

    private static final UUID NOBODY = Staff.COMMAND.value();

    private final QualityCardRows rows;
    private final CardRules rules;
    private final CardHearing hearing;
    private final CardNotices notices;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Clock clock;

    CardLedger(
            QualityCardRows rows,
            CardRules rules,
            CardHearing hearing,
            CardNotices notices,
            Bureaus bureaus,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.hearing = hearing;
        this.notices = notices;
        this.bureaus = bureaus;
        this.trail = trail;
        this.clock = clock;
    }

    /** A card as it is about to be proposed. */
    record Proposal(
            UnitId unit,
            @Nullable StaffId staff,
            Severity severity,
            String words,
            int counted,
            String rules,
            List<TicketId> tickets,
            QualityCard.@Nullable Yellows yellows) {}

    Actor product(Actor actor) {
        return bureaus.command(bureaus.get(actor.bureau()));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    QualityCard propose(Actor by, Proposal proposal) {
        Actor product = product(by);
        Instant now = now();
        CardId id = new CardId(Ids.next());
        QualityCard card = new QualityCard(
                id,
                rows.nextNumber(by.bureau()),
                proposal.unit(),
                proposal.staff(),
                proposal.severity(),
                proposal.severity(),
                CardState.PROPOSED,
                new QualityCard.Grounds(
                        proposal.words(),
                        proposal.counted(),
                        proposal.rules(),
                        by.staff(),
                        now,
                        hearing.start(product, id, now)),
                null,
                proposal.yellows(),
                1);
        rows.insert(by.bureau(), card, proposal.tickets());
        happened(by, card, PROPOSE, proposal.words());
        notices.proposed(product, card, now);
        return card;
    }

    /** Writes a card after a step. Whoever calls holds the cards of the bureau, so nobody can have been faster. */
    QualityCard write(Actor by, QualityCard after, CardStep step, String words) {
        if (!rows.update(by.bureau(), after)) {
            throw new IllegalStateException("card " + after.spoken() + " changed while it was held");
        }
        happened(by, after, step.name(), words);
        Actor product = product(by);
        hearing.end(product, after.id(), step == CardStep.STATE);
        switch (step) {
            case UPHOLD, CONFIRM -> {
                notices.decided(product, after, now());
                pair(product, after);
            }
            case DROP, LIFT, WITHDRAW -> {
                notices.decided(product, after, now());
                undoRed(product, after);
            }
            case STATE, CLOSE_HEARING, APPEAL, EXPIRE -> {}
        }
        return after;
    }

    private void happened(Actor by, QualityCard card, String what, String words) {
        rows.add(by.bureau(), card.id(), new CardEvent(now(), by.staff(), what, words, card.severity()));
        trail.record(
                by,
                "card." + what.toLowerCase(Locale.ROOT),
                CardRights.KIND,
                card.id().value(),
                "{}");
    }

    /** Two yellow cards that stand at once make a red one proposed; it is heard like any other. */
    private void pair(Actor product, QualityCard later) {
        if (later.severity() != Severity.YELLOW) {
            undoRed(product, later);
            return;
        }
        Instant now = now();
        List<QualityCard> others = rows.list(
                product.bureau(),
                """
                        c.state = 'STANDS' and c.severity = 'YELLOW' and c.id <> :id and c.unit = :unit
                        and coalesce(c.staff, :nobody) = :staff and c.decided_at > :since and c.expires_at > :now
                        and not exists (select from quality.card r
                                         where r.bureau = c.bureau
                                           and (r.later_yellow = :id
                                                or r.state not in ('WITHDRAWN', 'DROPPED', 'LIFTED')
                                                   and (c.id in (r.earlier_yellow, r.later_yellow)
                                                        or r.earlier_yellow = :id)))
                        order by c.decided_at limit 1
                        """,
                addressee(later, Map.of("since", Moments.at(rules.pair(product, now)), "now", Moments.at(now))));
        for (QualityCard earlier : others) {
            List<TicketId> tickets = new ArrayList<>(rows.tickets(product.bureau(), earlier.id()));
            tickets.addAll(rows.tickets(product.bureau(), later.id()));
            propose(
                    product,
                    new Proposal(
                            later.unit(),
                            later.staff(),
                            Severity.RED,
                            "",
                            2,
                            rules.quotedPair(product, now),
                            tickets.stream().distinct().toList(),
                            new QualityCard.Yellows(earlier.id(), later.id())));
        }
    }

    private static Map<String, Object> addressee(QualityCard card, Map<String, Object> more) {
        Map<String, Object> params = new HashMap<>(more);
        params.put("id", card.id().value());
        params.put("unit", card.unit().value());
        params.put("nobody", NOBODY);
        params.put("staff", card.staff() == null ? NOBODY : card.staff().value());
        return params;
    }

    /** A red card rests on its two yellow ones: where one of them is yellow no longer, it goes too. */
    private void undoRed(Actor product, QualityCard yellow) {
        List<QualityCard> reds = rows.list(
                product.bureau(),
                ":id in (c.earlier_yellow, c.later_yellow) and c.state in ('PROPOSED', 'HEARD', 'STANDS', 'APPEALED')",
                Map.of("id", yellow.id().value()));
        for (QualityCard red : reds) {
            CardStep step = red.legal(CardStep.LIFT) ? CardStep.LIFT : CardStep.WITHDRAW;
            write(product, red.after(step), step, "");
        }
    }

    /** What time does by itself: hearings end, cards expire. */
    void tick(Actor product) {
        rows.hold(product.bureau());
        Map<String, Object> now = Map.of("now", Moments.at(now()));
        rows.list(
                        product.bureau(),
                        "c.state = 'PROPOSED' and c.hear_until <= :now order by c.hear_until limit 500",
                        now)
                .forEach(card -> write(product, card.after(CardStep.CLOSE_HEARING), CardStep.CLOSE_HEARING, ""));
        rows.list(product.bureau(), "c.state = 'STANDS' and c.expires_at <= :now order by c.expires_at limit 500", now)
                .forEach(card -> write(product, card.after(CardStep.EXPIRE), CardStep.EXPIRE, ""));
    }
}
