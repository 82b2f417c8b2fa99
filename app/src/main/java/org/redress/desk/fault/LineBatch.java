package org.redress.desk.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.UnitId;
import org.redress.ground.intake.Fault;
import org.redress.ground.intake.Fold;
import org.redress.ground.intake.RowOutcome;
import org.redress.ground.party.CustomerId;

/** Rows of a file of lines, laid one after the other over what the line book has; what is to be written of them. */
final class LineBatch {

    private final Map<String, Line> before;
    private final Map<String, UnitId> posts;
    private final LineOwners owners;
    private final RepairUnits units;

    private final Map<String, Line> laid = new LinkedHashMap<>();
    /** What this batch says of the posts, and what of it is new. */
    private final Map<String, UnitId> said = new HashMap<>();

    private final Map<String, UnitId> assigned = new LinkedHashMap<>();

    /**
     * @param before the lines that are there, by the figures of their numbers
     * @param posts the units that repair, by exchange
     */
    LineBatch(Map<String, Line> before, Map<String, UnitId> posts, LineOwners owners, RepairUnits units) {
        this.before = before;
        this.posts = posts;
        this.owners = owners;
        this.units = units;
    }

    RowOutcome lay(LineEntry entry) {
        UnitId unit = units.named(entry.unit());
        Set<CustomerId> owner = owners.of(entry);
        Line earlier = laid.get(entry.digits());
        Line known = earlier == null ? before.get(entry.digits()) : earlier;
        Fault fault = fault(entry, unit, owner, known);
        if (fault != null) {
            return new RowOutcome.Refused(fault);
        }
        Line then = entry.over(known, owner.iterator().next());
        if (earlier != null && !then.equals(earlier)) {
            return new RowOutcome.Refused(Fault.of("row.twice", LineFields.NUMBER));
        }
        boolean moved = unit != null && moves(then.exchange(), unit);
        laid.put(entry.digits(), then);
        return known == null
                ? RowOutcome.CREATED
                : moved || !then.equals(known) ? RowOutcome.UPDATED : RowOutcome.UNCHANGED;
    }

    private @Nullable Fault fault(LineEntry entry, @Nullable UnitId unit, Set<CustomerId> owner, @Nullable Line known) {
        if (entry.fractional()) {
            return Fault.of("line.rent", LineFields.RENT);
        }
        if (known != null && !Fold.of(known.number()).equals(Fold.of(entry.number()))) {
            return Fault.of("line.figures", LineFields.NUMBER);
        }
        if (owner.size() != 1) {
            String by = entry.customer() == null ? LineFields.PHONE : LineFields.CUSTOMER;
            return Fault.of(owner.isEmpty() ? "line.unknown" : "line.several", by);
        }
        if (entry.unit() != null && unit == null) {
            return Fault.of("line.unit", LineFields.UNIT);
        }
        return unit != null && !unit.equals(said.getOrDefault(entry.exchange(), unit))
                ? Fault.of("line.post", LineFields.UNIT)
                : null;
    }

    private boolean moves(String exchange, UnitId unit) {
        boolean moves = said.put(exchange, unit) == null && !unit.equals(posts.get(exchange));
        if (moves) {
            assigned.put(exchange, unit);
        }
        return moves;
    }

    /** The lines that were not there. */
    List<Line> entered() {
        return laid.entrySet().stream()
                .filter(one -> !before.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The lines that are not as they were, each with what it was. */
    List<ChangedLine> changed() {
        List<ChangedLine> changed = new ArrayList<>();
        laid.forEach((digits, now) -> {
            Line was = before.get(digits);
            if (was != null && !was.equals(now)) {
                changed.add(new ChangedLine(was, now));
            }
        });
        return changed;
    }

    /** The exchanges that another unit repairs from now on. */
    Collection<Map.Entry<String, UnitId>> assigned() {
        return assigned.entrySet();
    }
}
