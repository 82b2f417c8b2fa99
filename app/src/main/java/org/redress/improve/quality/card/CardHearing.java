package org.redress.improve.quality.card;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.commitment.Answering;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The clock of a hearing. Whoever the card concerns is reminded while there is time; a hearing that passes unused is nobody's
 * lateness, so it goes up no ladder.
 */
@Component
class CardHearing implements Answering {

    static final String NAME = "card.hearing";

    private final ObjectProvider<Commitments> commitments;
    private final QualityCardRows rows;
    private final Superiors superiors;
    private final java.time.Clock time;

    CardHearing(
            ObjectProvider<Commitments> commitments, QualityCardRows rows, Superiors superiors, java.time.Clock time) {
        this.commitments = commitments;
        this.rows = rows;
        this.superiors = superiors;
        this.time = time;
    }

    /** Starts it; returns until when there is time. */
    Instant start(Actor product, CardId card, Instant at) {
        Clock clock = commitments
                .getObject()
                .start(product, subject(card), NAME, NAME, Calendars.WORKING, at.truncatedTo(ChronoUnit.SECONDS));
        return Objects.requireNonNull(clock.dueAt());
    }

    /** Ends it; nothing happens where it has ended. */
    void end(Actor product, CardId card, boolean used) {
        if (used) {
            commitments.getObject().stop(product, subject(card), NAME, time.instant());
        } else {
            commitments.getObject().cancel(product, subject(card), NAME);
        }
    }

    private static Subject subject(CardId card) {
        return new Subject(CardRights.KIND, card.value());
    }

    @Override
    public String kind() {
        return CardRights.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        Instant now = time.instant();
        Map<UUID, Matter> matters = new HashMap<>();
        List<QualityCard> cards =
                rows.list(bureau, "c.id = any(:ids) and c.state = 'PROPOSED'", Map.of("ids", ids.toArray(UUID[]::new)));
        for (QualityCard card : cards) {
            if (card.grounds().hearUntil().isAfter(now)) {
                addressee(bureau, card, now)
                        .ifPresent(person -> matters.put(
                                card.id().value(),
                                new Matter(
                                        person,
                                        card.unit(),
                                        card.spoken(),
                                        card.spoken(),
                                        "/cards/" + card.id().value())));
            }
        }
        return matters;
    }

    /** Who is told: the person, or the head of the unit. */
    Optional<StaffId> addressee(BureauId bureau, QualityCard card, Instant now) {
        return card.staff() != null
                ? Optional.of(card.staff())
                : head(bureau, card.unit(), Posts.HEAD, now).or(() -> head(bureau, card.unit(), Posts.DIRECTOR, now));
    }

    private Optional<StaffId> head(BureauId bureau, UnitId unit, String post, Instant now) {
        return superiors.holder(bureau, unit, post, now);
    }
}
