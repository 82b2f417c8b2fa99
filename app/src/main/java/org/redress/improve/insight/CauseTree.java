package org.redress.improve.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The causes of a bureau in the order in which they are read: each followed by those below it. */
final class CauseTree {

    /** A cause as it is stored. */
    record Row(
            CauseId id,
            @Nullable CauseId parent,
            String code,
            String nameZh,
            String nameEn,
            int position,
            boolean active,
            int version) {}

    private final Map<CauseId, Cause> causes = new LinkedHashMap<>();

    private CauseTree() {}

    static CauseTree of(List<Row> rows) {
        CauseTree tree = new CauseTree();
        tree.addBelow(
                null,
                0,
                rows.stream().sorted(Comparator.comparingInt(Row::position)).toList());
        return tree;
    }

    private void addBelow(@Nullable CauseId parent, int depth, List<Row> rows) {
        for (Row row : rows) {
            if (Objects.equals(row.parent(), parent)) {
                causes.put(
                        row.id(),
                        new Cause(
                                row.id(),
                                parent,
                                row.code(),
                                row.nameZh(),
                                row.nameEn(),
                                depth,
                                row.active(),
                                row.version()));
                addBelow(row.id(), depth + 1, rows);
            }
        }
    }

    List<Cause> all() {
        return List.copyOf(causes.values());
    }

    Optional<Cause> find(CauseId id) {
        return Optional.ofNullable(causes.get(id));
    }

    /** Those that can be chosen: active, and so is all above them. */
    List<Cause> offered() {
        Set<CauseId> closed = new HashSet<>();
        List<Cause> offered = new ArrayList<>();
        for (Cause cause : causes.values()) {
            if (!cause.active() || (cause.parent() != null && closed.contains(cause.parent()))) {
                closed.add(cause.id());
            } else {
                offered.add(cause);
            }
        }
        return List.copyOf(offered);
    }

    /** A cause and everything above it, the nearest first. */
    List<CauseId> upward(CauseId id) {
        List<CauseId> path = new ArrayList<>();
        Cause at = causes.get(id);
        while (at != null) {
            path.add(at.id());
            at = at.parent() == null ? null : causes.get(at.parent());
        }
        return List.copyOf(path);
    }
}
