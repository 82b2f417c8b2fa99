package org.redress.desk.procedure.page;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Stage;
import org.redress.desk.procedure.Task;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Unit;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;
import org.redress.platform.web.Problem;

/** A task as somebody types it. */
public record TaskTyped(
        String name,
        String unit,
        String post,
        String owed,
        String amount,
        String limitUnit,
        String evidence,
        boolean control,
        String failSafe,
        String discretion) {

    static final TaskTyped EMPTY = new TaskTyped("", "", "", "", "", Unit.WORKING_HOURS.name(), "", false, "", "");
    private static final List<Unit> UNITS = List.of(Unit.WORKING_HOURS, Unit.WORKING_DAYS, Unit.ELAPSED_HOURS);
    private static final int MOST = 999;

    static TaskTyped of(Stage stage) {
        return of(stage.task(), stage.failSafe(), stage.discretion());
    }

    static TaskTyped of(Task task) {
        return of(task, null, null);
    }

    private static TaskTyped of(Task task, @Nullable String failSafe, @Nullable String discretion) {
        return new TaskTyped(
                task.name(),
                task.unit().value().toString(),
                task.post() == null ? "" : task.post(),
                task.owed(),
                Integer.toString(task.limit().amount()),
                task.limit().unit().name(),
                task.evidence(),
                task.control(),
                failSafe == null ? "" : failSafe,
                discretion == null ? "" : discretion);
    }

    Task task(@Nullable StaffId person) {
        return new Task(name, unit(unit), post.isEmpty() ? null : post, person, owed, limit(), evidence, control);
    }

    static UnitId unit(String typed) {
        try {
            return new UnitId(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("segment.unit.nobody", "unit");
        }
    }

    private Limit limit() {
        try {
            int number = Integer.parseInt(amount.strip());
            Unit counted = Unit.valueOf(limitUnit);
            if (number > 0 && number <= MOST && UNITS.contains(counted)) {
                return new Limit(number, counted);
            }
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("segment.limit", "amount", MOST);
        }
        throw Problem.invalid("segment.limit", "amount", MOST);
    }

    /** What a limit is counted in. */
    public static List<Choice> limitUnits(Words words) {
        return UNITS.stream()
                .map(unit -> new Choice(unit.name(), words.text("segment.limit." + unit)))
                .toList();
    }

    /** Whom in a department it can be for. */
    public static List<Choice> posts(Words words) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(new Choice("", words.text("segment.post.any"))),
                        Posts.CHOICES.stream().map(post -> new Choice(post, words.text("post." + post))))
                .toList();
    }
}
