package org.redress.improve.quality.card;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** The cards that somebody may see, and the complaints that may bring one. A card that they may not see is absent (404). */
@Component
public class CardBoard {

    private static final UUID TOP = new UUID(-1, -1);

    private final QualityCardRows rows;
    private final CardDoors doors;
    private final CardRules rules;
    private final CardRights rights;
    private final CardLedger ledger;
    private final Commitments commitments;

    CardBoard(
            QualityCardRows rows,
            CardDoors doors,
            CardRules rules,
            CardRights rights,
            CardLedger ledger,
            Commitments commitments) {
        this.rows = rows;
        this.doors = doors;
        this.rules = rules;
        this.rights = rights;
        this.ledger = ledger;
        this.commitments = commitments;
    }

    public boolean mayPropose(Actor actor) {
        return rights.mayPropose(actor);
    }

    /** Upheld complaints for which no card has been proposed, the latest first, after the last one seen. */
    public List<CardDue> due(Actor actor, @Nullable Instant at, @Nullable UUID id, int limit) {
        CardRights.require(rights.mayPropose(actor));
        Instant now = ledger.now();
        Instant since = rules.window(actor, now);
        SeverityPolicy policy = rules.severity(actor, now);
        List<String> conduct = rules.conduct(actor);
        List<CardDoors.Laid> laid = doors.laid(actor.bureau(), since);
        Instant from = at == null || id == null ? now.plusSeconds(60) : at;
        return doors.due(actor.bureau(), since, from, id == null ? TOP : id, limit).stream()
                .map(one -> {
                    int counted = (int) laid.stream()
                            .filter(other -> other.at(one.unit(), null))
                            .count();
                    return new CardDue(
                            one.ticket(),
                            one.unit(),
                            one.type(),
                            one.judgedAt(),
                            policy.of(counted, conduct.contains(one.type())),
                            counted);
                })
                .toList();
    }

    /** Whether the card is theirs, or they have spoken for whom it concerns. */
    boolean partial(Actor actor, QualityCard card) {
        return card.concerns(actor.staff(), actor.unit())
                || rows.history(actor.bureau(), card.id()).stream()
                        .anyMatch(event -> event.by().equals(actor.staff())
                                && (event.what().equals(CardStep.STATE.name())
                                        || event.what().equals(CardStep.APPEAL.name())));
    }

    public QualityCard get(Actor actor, CardId id) {
        return rows.find(actor.bureau(), id)
                .filter(card -> rights.maySee(actor, card))
                .orElseThrow(() -> Problem.absent("card.absent"));
    }

    /** A card with all that belongs to it, and what this person can do with it. */
    public CardShown show(Actor actor, CardId id) {
        QualityCard card = get(actor, id);
        return new CardShown(
                card,
                rows.tickets(actor.bureau(), id),
                rows.history(actor.bureau(), id),
                commitments.of(actor, new Subject(CardRights.KIND, id.value())),
                may(actor, card));
    }

    private Set<CardStep> may(Actor actor, QualityCard card) {
        Set<CardStep> may = EnumSet.noneOf(CardStep.class);
        QualityCard.Decided decided = card.decided();
        boolean speaks = rights.maySpeak(actor, card);
        boolean proposer = actor.staff().equals(card.grounds().by());
        boolean judges = rights.mayDecide(actor) && !proposer && !partial(actor, card);
        boolean hearing =
                card.state() == CardState.PROPOSED && card.grounds().hearUntil().isAfter(ledger.now());
        if (speaks && card.legal(CardStep.STATE)) {
            may.add(CardStep.STATE);
        }
        if (proposer && card.legal(CardStep.WITHDRAW)) {
            may.add(CardStep.WITHDRAW);
        }
        if (judges && !hearing && card.legal(CardStep.STATE)) {
            may.add(CardStep.UPHOLD);
        }
        if (decided != null) {
            boolean inTime =
                    decided.appealUntil() != null && !decided.appealUntil().isBefore(ledger.now());
            if (speaks && card.legal(CardStep.APPEAL) && decided.appealedAt() == null && inTime) {
                may.add(CardStep.APPEAL);
            }
            if (judges && card.legal(CardStep.CONFIRM) && !actor.staff().equals(decided.by())) {
                may.add(CardStep.CONFIRM);
            }
        }
        return may;
    }

    /** The cards that this person may see, the newest first; {@code below} is the number of the last one seen. */
    public List<QualityCard> list(Actor actor, CardFilter filter, @Nullable Integer below, int limit) {
        CardRights.Reach reach = rights.reach(actor);
        Map<String, Object> params = new HashMap<>(reach.params());
        params.put("below", below == null ? Integer.MAX_VALUE : below);
        params.put("limit", limit);
        String severity = "";
        if (filter.severity() != null) {
            severity = " and c.severity = :severity";
            params.put("severity", filter.severity().name());
        }
        return rows.list(
                actor.bureau(),
                reach.sql() + " and " + filter.view().condition() + severity
                        + " and c.number < :below order by c.number desc limit :limit",
                params);
    }

    /** How many cards came to stand in a stretch of time and stand still; what is not decided never counts. */
    public Map<Severity, Long> standing(Actor actor, Instant from, Instant until) {
        actor.require(Action.READ, "review");
        return rows.standing(actor.bureau(), from, until);
    }
}
