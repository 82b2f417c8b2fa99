package org.redress.desk.recovery;

import java.util.List;

/**
 * Words that speak for a type of failure.
 *
 * @param weight 1 a hint, 2 a symptom that others share, 3 the symptom itself, 4 and 5 what outweighs symptoms
 * @param parts each a set of phrases of which one must be there; several parts must stand close together
 */
record Cue(String type, int weight, List<List<String>> parts) {

    /** Reads {@code TYPE WEIGHT phrase|phrase + phrase|phrase}. */
    static Cue read(String line) {
        String[] fields = line.strip().split("\\s+", 3);
        List<List<String>> parts = List.of(fields[2].split("\\s+\\+\\s+")).stream()
                .map(part -> List.of(part.split("\\|")))
                .toList();
        return new Cue(fields[0], Integer.parseInt(fields[1]), parts);
    }
}
