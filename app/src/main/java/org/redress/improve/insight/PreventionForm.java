package org.redress.improve.insight;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.platform.web.Problem;

/** What the form of an action holds, as it was typed. */
public record PreventionForm(
        @Nullable String cause,
        @Nullable String what,
        @Nullable String measure,
        @Nullable String place,
        @Nullable String owner,
        @Nullable String due,
        @Nullable String cluster,
        @Nullable String changes) {

    static PreventionForm of(Prevention prevention) {
        return new PreventionForm(
                prevention.cause().value().toString(),
                prevention.what(),
                prevention.measure(),
                prevention.place(),
                prevention.owner().value().toString(),
                prevention.dueOn().toString(),
                prevention.cluster() == null ? null : prevention.cluster().toString(),
                prevention.changes());
    }

    NewPrevention read() {
        return new NewPrevention(
                new CauseId(uuid(cause, "cause.choose", "cause")),
                text(what),
                text(measure),
                text(place),
                new StaffId(uuid(owner, "prevention.owner", "owner")),
                day(due),
                text(cluster).isEmpty() ? null : uuid(cluster, "cluster.absent", "cluster"),
                changed(text(changes)));
    }

    private static String changed(String coded) {
        if (coded.isEmpty()) {
            return "";
        }
        return ChangeTarget.of(coded)
                .map(ChangeTarget::coded)
                .orElseThrow(() -> Problem.invalid("prevention.changes", "changes"));
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static UUID uuid(@Nullable String typed, String code, String field) {
        try {
            return UUID.fromString(text(typed));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(code, field);
        }
    }

    private static LocalDate day(@Nullable String typed) {
        try {
            return LocalDate.parse(text(typed));
        } catch (DateTimeParseException e) {
            throw Problem.invalid("prevention.due", "due");
        }
    }
}
