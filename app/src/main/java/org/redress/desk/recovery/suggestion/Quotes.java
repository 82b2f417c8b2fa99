package org.redress.desk.recovery.suggestion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Terms as they stand in a text, those that touch put together: the pairs AB and BC are quoted as ABC. */
final class Quotes {

    private Quotes() {}

    /** @param terms those that matter most first; the quotes come in that order */
    static List<String> of(String plain, List<String> terms) {
        record Span(int start, int end, int rank) {}
        List<Span> spans = new ArrayList<>();
        for (int rank = 0; rank < terms.size(); rank++) {
            int at = plain.indexOf(terms.get(rank));
            if (at >= 0) {
                Span span = new Span(at, at + terms.get(rank).length(), rank);
                List<Span> apart = new ArrayList<>();
                for (Span other : spans) {
                    if (other.start() < span.end() && span.start() < other.end()) {
                        span = new Span(
                                Math.min(span.start(), other.start()),
                                Math.max(span.end(), other.end()),
                                Math.min(span.rank(), other.rank()));
                    } else {
                        apart.add(other);
                    }
                }
                apart.add(span);
                spans = apart;
            }
        }
        spans.sort(Collections.reverseOrder((a, b) -> Integer.compare(b.rank(), a.rank())));
        return spans.stream()
                .map(span -> plain.substring(span.start(), span.end()))
                .toList();
    }
}
