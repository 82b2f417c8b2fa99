package org.redress.ground.commitment;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;

/**
 * Escalations as a page shows them.
 *
 * @param all whether those of the whole bureau are shown, not only the reader's
 * @param mayAll whether the reader may see all
 * @param next path of the page after this one, or null
 */
public record EscalationsPage(
        boolean all,
        boolean mayAll,
        List<Line> lines,
        @Nullable String next,
        ZoneId zone) {

    /**
     * One step.
     *
     * @param staff name of whoever was told; null where nobody holds the post
     * @param answeredBy name of whoever answered, or null
     * @param mayAnswer whether the reader may still answer
     */
    public record Line(
            Escalation escalation,
            Answering.@Nullable Matter matter,
            @Nullable String staff,
            @Nullable String answeredBy,
            boolean mayAnswer) {

        /** That it came here at once, because nobody holds the posts below; null where none was passed over. */
        public @Nullable String passed(Words words) {
            return escalation.passed().isEmpty()
                    ? null
                    : words.text("escalation.passed", Rung.text(escalation.passed(), words));
        }
    }

    public static EscalationsPage of(
            Actor actor,
            Escalations escalations,
            Staff staff,
            List<Escalation> shown,
            boolean all,
            @Nullable String next) {
        Map<UUID, Answering.Matter> matters = escalations.matters(actor, shown);
        Map<StaffId, String> names = staff
                .members(
                        actor,
                        shown.stream()
                                .flatMap(one -> Stream.concat(
                                        Stream.ofNullable(one.staff()),
                                        Stream.ofNullable(one.answer()).map(Escalation.Answer::by)))
                                .toList())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().name()));
        return new EscalationsPage(
                all,
                actor.may(Action.ASSIGN, "ticket"),
                shown.stream()
                        .map(one -> new Line(
                                one,
                                matters.get(one.subject().id()),
                                one.staff() == null ? null : names.get(one.staff()),
                                one.answer() == null
                                        ? null
                                        : names.get(one.answer().by()),
                                Escalations.mayAnswer(actor, one)))
                        .toList(),
                next,
                actor.zone());
    }
}
