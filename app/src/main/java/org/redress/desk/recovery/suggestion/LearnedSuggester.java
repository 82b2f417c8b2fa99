package org.redress.desk.recovery.suggestion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** Suggests by what was learned. */
@Component
public class LearnedSuggester {

    static final String SURE = "suggest.sure";
    private static final double PERCENT = 100;

    private final ModelShelf shelf;
    private final Rulebook rulebook;
    private final Clock clock;

    LearnedSuggester(ModelShelf shelf, Rulebook rulebook, Clock clock) {
        this.shelf = shelf;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /**
     * A guess.
     *
     * @param confidence of 100 such guesses so many were right on held-back cases
     * @param words that spoke for it most, as they stand in the text
     */
    public record Learned(int model, String type, int confidence, List<String> words) {}

    /** Empty where nothing was learned, or where it is not sure enough to say anything. */
    public Optional<Learned> suggest(Actor actor, String subject, String text) {
        return shelf.of(actor.bureau())
                .flatMap(kept -> kept.model()
                        .flatMap(model -> model.guess(subject, text))
                        .map(guess -> new Learned(
                                kept.version(),
                                guess.label(),
                                (int) Math.round(guess.chance() * PERCENT),
                                guess.words())))
                .filter(learned -> learned.confidence() >= sure(actor));
    }

    /** Whether what was learned knows a type at all; what is new in the taxonomy only the rules can find. */
    public boolean knows(Actor actor, String type) {
        return shelf.of(actor.bureau())
                .flatMap(ModelShelf.Kept::model)
                .filter(model -> model.knows(type))
                .isPresent();
    }

    private int sure(Actor actor) {
        return rulebook.get(actor.bureau(), SURE, LocalDate.ofInstant(clock.instant(), actor.zone()))
                .amount()
                .intValueExact();
    }
}
