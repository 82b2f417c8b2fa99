package org.redress.desk.ticket.workplace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.platform.text.SearchText;

/** A text in pieces, those that were searched for marked. */
public record Marked(List<Piece> pieces) {

    private static final int BEFORE = 30;
    private static final int LENGTH = 120;

    /** A piece of the text; {@code hit} where it was searched for. */
    public record Piece(String text, boolean hit) {}

    /** The whole text. */
    static Marked whole(String text, String query) {
        return new Marked(pieces(text, hits(query)));
    }

    /** The part of a long text around the first hit, or its beginning. */
    static Marked around(String text, String query) {
        String line = text.replaceAll("\\s+", " ").strip();
        Pattern hits = hits(query);
        Matcher first = hits.matcher(line);
        int from = first.find() ? Math.max(0, first.start() - BEFORE) : 0;
        int until = Math.min(line.length(), from + LENGTH);
        from = from > 0 && Character.isLowSurrogate(line.charAt(from)) ? from - 1 : from;
        until = until < line.length() && Character.isLowSurrogate(line.charAt(until)) ? until - 1 : until;
        String part = line.substring(from, until);
        return new Marked(pieces((from > 0 ? "…" : "") + part + (until < line.length() ? "…" : ""), hits));
    }

    /** The words as they may stand in a text: of any case, Han characters with spaces between them. */
    private static Pattern hits(String query) {
        String words = SearchText.phrases(SearchText.plain(query)).stream()
                .map(phrase -> phrase.codePoints()
                        .mapToObj(point -> Pattern.quote(Character.toString(point)))
                        .collect(Collectors.joining("\\s*")))
                .collect(Collectors.joining("|"));
        return Pattern.compile(words.isEmpty() ? "(?!)" : words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static List<Piece> pieces(String text, Pattern hits) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = hits.matcher(text);
        int done = 0;
        while (matcher.find()) {
            if (matcher.start() > done) {
                pieces.add(new Piece(text.substring(done, matcher.start()), false));
            }
            pieces.add(new Piece(matcher.group(), true));
            done = matcher.end();
        }
        if (done < text.length()) {
            pieces.add(new Piece(text.substring(done), false));
        }
        return pieces;
    }
}
