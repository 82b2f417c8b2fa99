package org.redress.platform.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why a step was refused: where the thing stands, and what can be done with it from there. */
public final class PossibleSteps {

    private PossibleSteps() {}

    /**
     * @param state in words
     * @param steps in words, each named once; none where nothing more can be done
     */
    public static String text(Words words, String state, Stream<String> steps) {
        String possible = steps.distinct().collect(Collectors.joining(words.text("step.refused.or")));
        return possible.isEmpty()
                ? words.text("step.refused.ended", state)
                : words.text("step.refused", state, possible);
    }
}
