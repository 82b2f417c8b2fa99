package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers of customers who came by their link. The link is the right: whoever has it may answer once, and sees nothing of the
 * matter but its number.
 */
@Component
class PublicAnswers {

    private final AnswerLinks links;
    private final FollowUpRows rows;
    private final AnswerTaking taking;
    private final Clock clock;

    PublicAnswers(AnswerLinks links, FollowUpRows rows, AnswerTaking taking, Clock clock) {
        this.links = links;
        this.rows = rows;
        this.taking = taking;
        this.clock = clock;
    }

    /** How a link stands. Text by key {@code answer.NAME}. */
    enum Standing {
        OPEN,
        ANSWERED,
        /** Too late, or the matter was opened again. */
        OVER,
        UNKNOWN
    }

    private record Known(Actor product, FollowUp followUp) {}

    public Standing look(String key) {
        return find(key).map(this::standing).orElse(Standing.UNKNOWN);
    }

    /** Takes the answer; how the link stands then. */
    @Transactional
    public Standing answer(String key, Marks marks, @Nullable String words) {
        Known known = find(key).orElse(null);
        if (known == null) {
            return Standing.UNKNOWN;
        }
        Standing before = standing(known);
        if (before != Standing.OPEN) {
            return before;
        }
        taking.take(known.product(), known.followUp(), marks, words, null, null);
        return look(key);
    }

    private Optional<Known> find(String key) {
        return links.find(key)
                .flatMap(found -> rows.find(found.bureau(), found.id())
                        .map(one -> new Known(taking.product(found.bureau()), one)));
    }

    private Standing standing(Known known) {
        FollowUp one = known.followUp();
        FollowUp.Asked asked = one.asked();
        if (one.state() == FollowUpState.ANSWERED) {
            return Standing.ANSWERED;
        }
        return one.state() == FollowUpState.ASKED
                        && asked != null
                        && clock.instant().isBefore(asked.expiresAt())
                ? Standing.OPEN
                : Standing.OVER;
    }
}
