package org.redress.ground.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.profile.LongSet;
import org.redress.ground.intake.reading.RowReader;
import org.redress.ground.intake.reading.RowReader.Reading;
import org.redress.ground.intake.sheet.Row;

/** Finds for the rows of a batch what becomes of each: as a trial, or for good. */
final class Batches {

    private final Actor actor;
    private final IntakeTarget target;
    private final String source;
    private final RowReader reader;
    private final SeenRows seen;
    /** Of a trial: what an earlier batch would have written. */
    private final LongSet numbers = new LongSet();

    private final LongSet digests = new LongSet();
    private final OncePerFile before;

    Batches(Actor actor, IntakeTarget target, String source, RowReader reader, SeenRows seen) {
        this.actor = actor;
        this.target = target;
        this.source = source;
        this.before = new OncePerFile(target);
        this.reader = reader;
        this.seen = seen;
    }

    /** Reads the rows and writes those that are new, in the running transaction. */
    BatchOutcome write(List<Row> rows) {
        seen.hold(actor.bureau(), target.name(), source);
        Batch batch = read(rows);
        List<MappedRow> fresh = List.copyOf(batch.fresh.values());
        List<RowOutcome> outcomes = fresh.isEmpty() ? List.of() : target.take(actor, source, fresh);
        answered(outcomes, fresh);
        Map<UUID, RowOutcome> known = new HashMap<>();
        List<UUID> taken = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            UUID digest = fresh.get(i).digest().value();
            known.put(digest, outcomes.get(i));
            if (!(outcomes.get(i) instanceof RowOutcome.Refused)) {
                taken.add(digest);
            }
        }
        if (!target.inventory()) {
            seen.add(actor.bureau(), target.name(), source, taken);
        }
        return batch.outcome(known);
    }

    private void answered(List<RowOutcome> outcomes, List<MappedRow> rows) {
        if (outcomes.size() != rows.size()) {
            throw new Miscounted(target.name() + " answered " + outcomes.size() + " for " + rows.size());
        }
    }

    /** A target has not answered for each row. */
    static final class Miscounted extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Miscounted(String what) {
            super(what);
        }
    }

    /** Takes note of a row that is not done again. */
    void pass(Row row) {
        if (target.inventory() && reader.read(row) instanceof Reading.Good(var mapped)) {
            faults(mapped);
        }
    }

    /** Whether two rows that follow one another become one thing. */
    boolean together(Row one, Row next) {
        String field = target.whole();
        String shared = field == null ? "" : reader.cell(one, field);
        return field != null && !shared.isEmpty() && shared.equals(reader.cell(next, field));
    }

    /** The place nearest the middle at which rows can be parted; 0 where they become one thing. */
    int parting(List<Row> rows) {
        int half = rows.size() / 2;
        for (int away = 0; away <= half; away++) {
            for (int at : List.of(half - away, half + away)) {
                if (at > 0 && at < rows.size() && !together(rows.get(at - 1), rows.get(at))) {
                    return at;
                }
            }
        }
        return 0;
    }

    /** Reads the rows and says what would become of each. */
    BatchOutcome attempt(List<Row> rows) {
        return attempt(rows, true);
    }

    private BatchOutcome attempt(List<Row> rows, boolean whole) {
        Batch batch = read(rows);
        Map<UUID, RowOutcome> outcomes = new HashMap<>();
        foreseen(List.copyOf(batch.fresh.values()), whole).forEach((row, would) -> {
            UUID digest = row.digest().value();
            outcomes.put(digest, would instanceof RowOutcome.Refused ? would : afterEarlier(row, would));
        });
        return batch.outcome(outcomes);
    }

    private Map<MappedRow, RowOutcome> foreseen(List<MappedRow> fresh, boolean whole) {
        Map<MappedRow, RowOutcome> outcomes = new LinkedHashMap<>();
        List<RowOutcome> told = fresh.isEmpty() || !whole ? List.of() : target.foresee(actor, source, fresh);
        if (!told.isEmpty()) {
            answered(told, fresh);
        }
        Set<String> named =
                fresh.stream().map(MappedRow::number).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> there = named.isEmpty() || !told.isEmpty() ? Set.of() : target.known(actor, source, named);
        for (int i = 0; i < fresh.size(); i++) {
            String number = fresh.get(i).number();
            RowOutcome guess = number != null && there.contains(number) ? RowOutcome.UPDATED : RowOutcome.CREATED;
            outcomes.put(fresh.get(i), told.isEmpty() ? guess : told.get(i));
        }
        return outcomes;
    }

    /** The same, where an earlier batch of the trial would have written something. */
    private RowOutcome afterEarlier(MappedRow row, RowOutcome would) {
        boolean same = !digests.add(row.digest().value().getLeastSignificantBits());
        String number = row.number();
        boolean named = number != null && !numbers.add(LongSet.hash(number));
        if (same) {
            return RowOutcome.UNCHANGED;
        }
        return named && would instanceof RowOutcome.Created ? RowOutcome.UPDATED : would;
    }

    /** What the first rows would become one by one; of a thing that is cut off by their end nobody knows more than each row says. */
    List<PreviewRow> preview(List<Row> rows) {
        List<PreviewRow> shown = new ArrayList<>();
        for (Row row : rows) {
            BatchOutcome one = attempt(List.of(row), target.whole() == null);
            Map<String, Value> values =
                    reader.read(row) instanceof Reading.Good(MappedRow mapped) ? mapped.values() : Map.of();
            List<Fault> faults = one.rejected().isEmpty()
                    ? List.of()
                    : one.rejected().getFirst().faults();
            String outcome = one.created() > 0 ? "created" : one.updated() > 0 ? "updated" : "unchanged";
            shown.add(new PreviewRow(row.line(), row.cells(), values, faults, faults.isEmpty() ? outcome : "rejected"));
        }
        return shown;
    }

    private Batch read(List<Row> rows) {
        Batch batch = new Batch();
        for (Row row : rows) {
            switch (reader.read(row)) {
                case Reading.Bad(var faults) -> batch.bad(row, faults);
                case Reading.Good(var mapped) -> {
                    List<Fault> faults = faults(mapped);
                    if (faults.isEmpty()) {
                        batch.good(row, mapped);
                    } else {
                        batch.bad(row, faults);
                    }
                }
            }
        }
        if (!target.inventory()) {
            batch.forget(seen.among(actor.bureau(), target.name(), source, batch.fresh.keySet()));
        }
        return batch;
    }

    private List<Fault> faults(MappedRow row) {
        List<Fault> faults = target.check(row);
        return faults.isEmpty() && target.inventory() && before.contradicts(row)
                ? List.of(Fault.of("row.twice", numbered()))
                : faults;
    }

    /** The field that holds the number of a row. */
    private @Nullable String numbered() {
        return target.fields().stream()
                .filter(field -> field.type() == FieldType.EXTERNAL_NUMBER)
                .map(IntakeField::code)
                .findFirst()
                .orElse(null);
    }

    /** The rows of a batch, read. */
    private static final class Batch {

        private record Line(Row row, UUID digest) {}

        private final BatchOutcome outcome = new BatchOutcome();
        private final List<Line> lines = new ArrayList<>();
        private final Map<UUID, MappedRow> fresh = new LinkedHashMap<>();

        void bad(Row row, List<Fault> faults) {
            outcome.reject(row.line(), row.cells(), faults);
        }

        void good(Row row, MappedRow mapped) {
            lines.add(new Line(row, mapped.digest().value()));
            fresh.putIfAbsent(mapped.digest().value(), mapped);
        }

        void forget(Set<UUID> seen) {
            fresh.keySet().removeAll(seen);
        }

        /** Rows that say the same in one batch: the first has the outcome, the others change nothing or fail with it. */
        BatchOutcome outcome(Map<UUID, RowOutcome> fresh) {
            Set<UUID> counted = new HashSet<>();
            for (Line line : lines) {
                RowOutcome found = fresh.getOrDefault(line.digest(), RowOutcome.UNCHANGED);
                boolean first = counted.add(line.digest()) || found instanceof RowOutcome.Refused;
                outcome.count(
                        first ? found : RowOutcome.UNCHANGED,
                        line.row().line(),
                        line.row().cells());
            }
            return outcome;
        }
    }
}
