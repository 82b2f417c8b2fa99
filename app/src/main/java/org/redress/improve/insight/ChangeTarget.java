package org.redress.improve.insight;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.desk.procedure.ProcedureId;

/** What an action is to change: a segment of a procedure, or a standard of the rulebook. */
public sealed interface ChangeTarget {

    /** A segment of a version of a procedure. */
    record Segment(ProcedureId procedure, int number, int place) implements ChangeTarget {
        @Override
        public String coded() {
            return "segment:" + procedure.value() + ":" + number + ":" + place;
        }
    }

    /** A rule, by its code. */
    record Standard(String code) implements ChangeTarget {
        @Override
        public String coded() {
            return "standard:" + code;
        }
    }

    /** As forms send it and the database keeps it. */
    String coded();

    /** What was coded; empty for an empty text and for what is none. */
    static Optional<ChangeTarget> of(String coded) {
        Matcher segment = Coding.SEGMENT.matcher(coded);
        if (segment.matches()) {
            return Optional.of(new Segment(
                    new ProcedureId(UUID.fromString(segment.group(1))),
                    Integer.parseInt(segment.group(2)),
                    Integer.parseInt(segment.group(3))));
        }
        Matcher standard = Coding.STANDARD.matcher(coded);
        return standard.matches() ? Optional.of(new Standard(standard.group(1))) : Optional.empty();
    }

    /** How it is coded. */
    final class Coding {
        private static final Pattern SEGMENT = Pattern.compile(
                "segment:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}):(\\d{1,6}):(\\d{1,3})");
        private static final Pattern STANDARD = Pattern.compile("standard:([a-z0-9.]{1,80})");

        private Coding() {}
    }
}
