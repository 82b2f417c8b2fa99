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

    Batches(Actor actor, IntakeTarget target, String source, RowReader reader, SeenRows seen) {
        this.actor = actor;
        this.target = target;
        this.source = source;
        this.reader = reader;
        this.seen = seen;
    }

    /** Reads the rows and writes those that are new, in the running transaction. */
    BatchOutcome write(List<Row> rows) {
        seen.hold(actor.bureau(), target.name(), source);
        Batch batch = read(rows);
        List<MappedRow> fresh = List.copyOf(batch.fresh.values());
        List<RowOutcome> outcomes = fresh.isEmpty() ? List.of() : target.take(actor, source, fresh);
        if (outcomes.size() != fresh.size()) {
            throw new IllegalStateException(target.name() + " answered " + outcomes.size() + " for " + fresh.size());
        }
        Map<UUID, RowOutcome> known = new HashMap<>();
        List<UUID> taken = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            UUID digest = fresh.get(i).digest().value();
            known.put(digest, outcomes.get(i));
            if (!(outcomes.get(i) instanceof RowOutcome.Refused)) {
                taken.add(digest);
            }
        }
        seen.add(actor.bureau(), target.name(), source, taken);
        return batch.outcome(known);
    }

    /** Reads the rows and says what would become of each. */
    BatchOutcome attempt(List<Row> rows) {
        Batch batch = read(rows);
        Set<String> named = new HashSet<>();
        batch.fresh.values().stream()
                .map(MappedRow::number)
                .filter(Objects::nonNull)
                .forEach(named::add);
        Set<String> there = named.isEmpty() ? Set.of() : target.known(actor, source, named);
        Map<UUID, RowOutcome> outcomes = new HashMap<>();
        batch.fresh.forEach((digest, row) -> {
            boolean before = !digests.add(digest.getLeastSignificantBits());
            String number = row.number();
            boolean other = number != null && (!numbers.add(LongSet.hash(number)) || there.contains(number));
            RowOutcome written = other ? RowOutcome.UPDATED : RowOutcome.CREATED;
            outcomes.put(digest, before ? RowOutcome.UNCHANGED : written);
        });
        return batch.outcome(outcomes);
    }

    /** What the first rows would become one by one. */
    List<PreviewRow> preview(List<Row> rows) {
        List<PreviewRow> shown = new ArrayList<>();
        for (Row row : rows) {
            BatchOutcome one = attempt(List.of(row));
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
                    List<Fault> faults = target.check(mapped);
                    if (faults.isEmpty()) {
                        batch.good(row, mapped);
                    } else {
                        batch.bad(row, faults);
                    }
                }
            }
        }
        batch.forget(seen.among(actor.bureau(), target.name(), source, batch.fresh.keySet()));
        return batch;
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
