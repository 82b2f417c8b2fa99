package org.redress.improve.insight.board;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Unit;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.Causes;
import org.redress.platform.text.Words;

/** What the values in a board's rows are called in the reader's language. */
final class Naming {

    private final Words words;
    private final Map<UUID, Cause> causes;
    private final Map<UUID, Unit> units;

    private Naming(Words words, Map<UUID, Cause> causes, Map<UUID, Unit> units) {
        this.words = words;
        this.causes = causes;
        this.units = units;
    }

    static Naming of(Actor actor, Words words, Causes causes, Bureaus bureaus) {
        return new Naming(
                words,
                causes.tree(actor).stream()
                        .collect(Collectors.toMap(cause -> cause.id().value(), Function.identity())),
                bureaus.units(actor.bureau()).stream()
                        .collect(Collectors.toMap(unit -> unit.id().value(), Function.identity())));
    }

    String value(By by, String value) {
        return by == By.CAUSE ? cause(UUID.fromString(value)) : type(value);
    }

    String cause(@Nullable UUID id) {
        Cause cause = id == null ? null : causes.get(id);
        return cause == null ? "" : cause.name(words);
    }

    /** Only a code that no taxonomy knows stands for itself. */
    String type(@Nullable String code) {
        if (code == null) {
            return "";
        }
        String key = "failure.type." + code;
        return words.has(key) ? words.text(key) : code;
    }

    String unit(UUID id) {
        Unit unit = units.get(id);
        return unit == null ? "" : unit.name(words.chinese());
    }
}
