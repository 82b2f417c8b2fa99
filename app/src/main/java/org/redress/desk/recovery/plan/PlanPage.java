package org.redress.desk.recovery.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.voice.VoiceShown;
import org.redress.desk.ticket.Ticket;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * The plan of a ticket.
 *
 * @param earlier plans whose place a later one has taken, the latest first
 */
public record PlanPage(Ticket ticket, PlanShown shown, VoiceShown voice, List<RecoveryPlan> earlier, Attempt attempt) {

    /**
     * A remedy in the form in which one differs.
     *
     * @param place as offered or as it was typed; empty where it is not in it
     */
    public record Row(RemedyKind kind, boolean ticked, String place, String speaker) {}

    /** Every remedy: those that are offered first, in their order. */
    public List<Row> rows() {
        Map<RemedyKind, Integer> places = new EnumMap<>(RemedyKind.class);
        for (int i = 0; i < shown.offer().size(); i++) {
            places.put(shown.offer().get(i).kind(), i + 1);
        }
        return Arrays.stream(RemedyKind.values())
                .sorted(Comparator.comparingInt(
                                (RemedyKind kind) -> places.getOrDefault(kind, RemedyKind.values().length + 1))
                        .thenComparing(Comparator.naturalOrder()))
                .map(kind -> row(kind, places.get(kind)))
                .toList();
    }

    private Row row(RemedyKind kind, @Nullable Integer place) {
        String line = PlanForms.LINE + kind.code();
        boolean back = attempt.of(PlanForms.DIFFER);
        return new Row(
                kind,
                back ? attempt.ticked(PlanForms.DIFFER, line) : place != null,
                attempt.value(PlanForms.DIFFER, PlanForms.PLACE + kind.code(), place == null ? "" : place.toString()),
                attempt.value(
                        PlanForms.DIFFER,
                        PlanForms.SPEAKER + kind.code(),
                        offered(kind).name()));
    }

    private Speaker offered(RemedyKind kind) {
        return shown.offer().stream()
                .filter(line -> line.kind() == kind)
                .map(OfferedLine::speaker)
                .findFirst()
                .orElse(kind == RemedyKind.MANAGERS_INTERVENTION ? Speaker.HEAD : Speaker.ANYBODY);
    }

    /** Whether it matters who gives it. */
    public boolean spoken(RemedyKind kind) {
        return kind == RemedyKind.APOLOGY;
    }

    public List<Choice> speakers(Words words) {
        return Arrays.stream(Speaker.values())
                .map(one -> new Choice(one.name(), words.text("plan.speaker." + one)))
                .toList();
    }
}
