package org.redress.improve.quality.card;

import java.util.Set;
import org.redress.platform.text.PossibleSteps;
import org.redress.platform.text.Words;

/** What came of a wish to do something with a card. */
public sealed interface CardResult {

    /** Done and recorded; the card as it stands now. */
    record Done(QualityCard card) implements CardResult {}

    /** Not possible as things are; nothing was written. */
    record Refused(Reason reason) implements CardResult {}

    /**
     * The step is not one from where it stands; nothing was written.
     *
     * @param legal the steps that people can take
     */
    record Illegal(CardState state, Set<CardStep> legal) implements CardResult {

        public String text(Words words) {
            return PossibleSteps.text(
                    words, words.text("card.state." + state), legal.stream().map(step -> words.text(step.does())));
        }
    }

    /** Why not. */
    enum Reason {
        /** The complaint is not upheld, or the provider does not answer for it. */
        NOT_UPHELD,
        /** The complaint has brought a card already. */
        ALREADY,
        /** Who it concerns can still be heard. */
        HEARING,
        /** Whom it concerns does not decide. */
        CONCERNED,
        /** Whoever proposed it does not decide. */
        PROPOSER,
        /** Whoever decided does not decide on the appeal. */
        DECIDER,
        /** Only once. */
        APPEALED,
        /** The time for an appeal has passed. */
        TOO_LATE,
        /** A decision can only be milder than what was proposed. */
        GRAVER,
        /** The person does not belong to the unit. */
        ELSEWHERE;

        public String text(Words words) {
            return words.text("card.refused." + name());
        }
    }
}
