package org.redress.desk.recovery;

import java.util.List;

/** Where the words of a cue stand in a text, and what they weigh there. */
record Evidence(Cue cue, int points, FoldedText text, List<Span> spans) {

    /** A stretch of a folded text. */
    record Span(int start, int end) {

        boolean touches(Span other) {
            return start < other.end && other.start < end;
        }
    }

    boolean overlaps(Evidence other) {
        return text == other.text
                && spans.stream().anyMatch(s -> other.spans.stream().anyMatch(s::touches));
    }

    /** The words as the customer wrote them. */
    List<String> quotes() {
        return spans.stream()
                .sorted((a, b) -> Integer.compare(a.start, b.start))
                .map(span -> text.quote(span.start, span.end))
                .toList();
    }
}
