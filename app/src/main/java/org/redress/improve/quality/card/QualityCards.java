package org.redress.improve.quality.card;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.improve.quality.card.CardDoors.Upheld;
import org.redress.improve.quality.card.CardResult.Done;
import org.redress.improve.quality.card.CardResult.Illegal;
import org.redress.improve.quality.card.CardResult.Reason;
import org.redress.improve.quality.card.CardResult.Refused;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices, yellow and red cards for upheld complaints. The rule says how grave a card is, a person proposes it; whoever it
 * concerns is heard first, and somebody decides who neither proposed it nor is concerned. Nothing counts before that. A
 * card that somebody may not see is absent (404).
 */
@Component
public class QualityCards {

    private final QualityCardRows rows;
    private final CardDoors doors;
    private final CardRules rules;
    private final CardRights rights;
    private final CardLedger ledger;
    private final CardBoard board;
    private final Staff staff;

    QualityCards(
            QualityCardRows rows,
            CardDoors doors,
            CardRules rules,
            CardRights rights,
            CardLedger ledger,
            CardBoard board,
            Staff staff) {
        this.rows = rows;
        this.doors = doors;
        this.rules = rules;
        this.rights = rights;
        this.ledger = ledger;
        this.board = board;
        this.staff = staff;
    }

    /** Proposes a card; whom it concerns is told and heard until the limit. */
    @Transactional
    public CardResult propose(Actor actor, NewCard wish) {
        CardRights.require(rights.mayPropose(actor));
        String words = Typed.required(wish.words(), "words");
        rows.hold(actor.bureau());
        Upheld upheld = doors.find(actor.bureau(), wish.ticket()).orElse(null);
        if (upheld == null) {
            return new Refused(Reason.NOT_UPHELD);
        }
        if (doors.carded(actor.bureau(), wish.ticket())) {
            return new Refused(Reason.ALREADY);
        }
        if (!belongs(actor, wish)) {
            return new Refused(Reason.ELSEWHERE);
        }
        Instant now = ledger.now();
        int counted = 1
                + (int) doors.laid(actor.bureau(), rules.window(actor, now)).stream()
                        .filter(one -> one.at(wish.unit(), wish.staff())
                                && !one.ticket().equals(wish.ticket()))
                        .count();
        Severity severity =
                rules.severity(actor, now).of(counted, rules.conduct(actor).contains(upheld.type()));
        return new Done(ledger.propose(
                actor,
                new CardLedger.Proposal(
                        wish.unit(),
                        wish.staff(),
                        severity,
                        words,
                        counted,
                        rules.quoted(actor, now),
                        List.of(wish.ticket()),
                        null)));
    }

    private boolean belongs(Actor actor, NewCard wish) {
        StaffId person = wish.staff();
        return person == null
                || staff.find(actor, person).map(StaffMember::unit).equals(Optional.of(wish.unit()));
    }

    /** Whoever it concerns says their part; again, as long as it is not decided. */
    @Transactional
    public CardResult state(Actor actor, CardId id, String words) {
        QualityCard card = held(actor, id);
        CardRights.require(rights.maySpeak(actor, card));
        return step(actor, card, CardStep.STATE, card.severity(), card.decided(), words);
    }

    /** Takes a proposal back. */
    @Transactional
    public CardResult withdraw(Actor actor, CardId id, String why) {
        QualityCard card = held(actor, id);
        CardRights.require(actor.staff().equals(card.grounds().by()));
        return step(actor, card, CardStep.WITHDRAW, card.severity(), card.decided(), why);
    }

    /**
     * Decides about a card after the hearing.
     *
     * @param severity how grave it stands, not graver than proposed; null where it is none
     */
    @Transactional
    public CardResult decide(Actor actor, CardId id, @Nullable Severity severity, String why) {
        QualityCard seen = held(actor, id);
        CardRights.require(rights.mayDecide(actor));
        if (seen.state() == CardState.PROPOSED && seen.grounds().hearUntil().isAfter(ledger.now())) {
            return new Refused(Reason.HEARING);
        }
        if (actor.staff().equals(seen.grounds().by())) {
            return new Refused(Reason.PROPOSER);
        }
        if (board.partial(actor, seen)) {
            return new Refused(Reason.CONCERNED);
        }
        if (severity != null && severity.compareTo(seen.proposed()) > 0) {
            return new Refused(Reason.GRAVER);
        }
        Typed.required(why, "words");
        QualityCard card = seen.state() == CardState.PROPOSED
                ? heard(
                        actor,
                        ledger.write(
                                ledger.product(actor), seen.after(CardStep.CLOSE_HEARING), CardStep.CLOSE_HEARING, ""))
                : seen;
        Instant now = ledger.now();
        return severity == null
                ? step(actor, card, CardStep.DROP, card.severity(), decided(actor, null, null, now), why)
                : step(
                        actor,
                        card,
                        CardStep.UPHOLD,
                        severity,
                        decided(actor, rules.appealUntil(actor, now), rules.expiry(actor, severity, now), now),
                        why);
    }

    private QualityCard heard(Actor actor, QualityCard written) {
        return rows.find(actor.bureau(), written.id()).orElseThrow();
    }

    private static QualityCard.Decided decided(
            Actor actor, @Nullable Instant appealUntil, @Nullable Instant expiresAt, Instant now) {
        return new QualityCard.Decided(actor.staff(), now, appealUntil, expiresAt, null, null);
    }

    /** Asks for another look at a card that stands; once, and in time. */
    @Transactional
    public CardResult appeal(Actor actor, CardId id, String why) {
        QualityCard card = held(actor, id);
        CardRights.require(rights.maySpeak(actor, card));
        QualityCard.Decided before = card.decided();
        if (before == null || !card.legal(CardStep.APPEAL)) {
            return illegal(card);
        }
        if (before.appealedAt() != null) {
            return new Refused(Reason.APPEALED);
        }
        Instant now = ledger.now();
        if (before.appealUntil() != null && before.appealUntil().isBefore(now)) {
            return new Refused(Reason.TOO_LATE);
        }
        QualityCard.Decided appealed =
                new QualityCard.Decided(before.by(), before.at(), before.appealUntil(), before.expiresAt(), now, null);
        return step(actor, card, CardStep.APPEAL, card.severity(), appealed, why);
    }

    /**
     * Decides on an appeal: somebody else than before.
     *
     * @param severity how grave it goes on to stand, not graver than before; null where it is lifted
     */
    @Transactional
    public CardResult decideAppeal(Actor actor, CardId id, @Nullable Severity severity, String why) {
        QualityCard card = held(actor, id);
        CardRights.require(rights.mayDecide(actor));
        QualityCard.Decided before = card.decided();
        if (before == null || card.state() != CardState.APPEALED) {
            return illegal(card);
        }
        if (actor.staff().equals(before.by())) {
            return new Refused(Reason.DECIDER);
        }
        if (actor.staff().equals(card.grounds().by())) {
            return new Refused(Reason.PROPOSER);
        }
        if (board.partial(actor, card)) {
            return new Refused(Reason.CONCERNED);
        }
        if (severity != null && severity.compareTo(card.severity()) > 0) {
            return new Refused(Reason.GRAVER);
        }
        QualityCard.Decided after = new QualityCard.Decided(
                before.by(),
                before.at(),
                before.appealUntil(),
                severity == null ? before.expiresAt() : rules.expiry(actor, severity, before.at()),
                before.appealedAt(),
                actor.staff());
        return severity == null
                ? step(actor, card, CardStep.LIFT, card.severity(), after, why)
                : step(actor, card, CardStep.CONFIRM, severity, after, why);
    }

    private CardResult step(
            Actor actor,
            QualityCard card,
            CardStep step,
            Severity severity,
            QualityCard.@Nullable Decided decided,
            String words) {
        String said = Typed.required(words, "words");
        if (!card.legal(step)) {
            return illegal(card);
        }
        ledger.write(actor, card.with(step, severity, decided), step, said);
        return new Done(rows.find(actor.bureau(), card.id()).orElseThrow());
    }

    private static CardResult illegal(QualityCard card) {
        return new Illegal(card.state(), card.state().possible());
    }

    private QualityCard held(Actor actor, CardId id) {
        rows.hold(actor.bureau());
        return board.get(actor, id);
    }
}
