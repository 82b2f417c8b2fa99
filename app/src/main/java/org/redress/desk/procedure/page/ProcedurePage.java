package org.redress.desk.procedure.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Procedure;
import org.redress.platform.text.Words;

/**
 * A version of a procedure, drawn, with the tickets that stand in it.
 *
 * @param standing how many tickets stand at each place
 * @param place whose tickets are listed, or null
 * @param next path of the page after this one, or null
 */
public record ProcedurePage(
        Procedure procedure,
        Map<Integer, Long> standing,
        @Nullable Integer place,
        List<SegmentsPage.Row> rows,
        @Nullable String next,
        boolean manage,
        Named named,
        Instant now,
        ZoneId zone) {

    private static final int SHOWN = 6;

    /** The tickets of which it is. */
    public static String about(Procedure procedure, Words words) {
        String type = procedure.type() == null
                ? words.text("procedure.type.any")
                : words.has("failure.type." + procedure.type())
                        ? words.text("failure.type." + procedure.type())
                        : procedure.type();
        String area = procedure.area() == null
                ? words.text("procedure.area.any")
                : words.text("procedure.area." + procedure.area());
        return words.text("procedure.about", words.text("ticket.kind." + procedure.kind()), type, area);
    }

    /** The last versions, the latest first. */
    public List<Integer> versions() {
        return IntStream.iterate(procedure.current(), number -> number > 0, number -> number - 1)
                .limit(SHOWN)
                .boxed()
                .toList();
    }

    public String address() {
        return "/procedures/" + procedure.id().value();
    }
}
