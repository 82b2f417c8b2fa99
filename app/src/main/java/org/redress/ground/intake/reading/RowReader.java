package org.redress.ground.intake.reading;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.DateConflict;
import org.redress.ground.intake.Digest;
import org.redress.ground.intake.Fault;
import org.redress.ground.intake.FieldType;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.Layout;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Mapping.Role;
import org.redress.ground.intake.Value;
import org.redress.ground.intake.sheet.CellKind;
import org.redress.ground.intake.sheet.Row;

/** Reads rows of a file under a mapping. */
public final class RowReader {

    /** How a row was read: as values, or not, with the reasons. */
    public sealed interface Reading {
        /** The row can be taken. */
        record Good(MappedRow row) implements Reading {}

        /** The row goes back to the sender. */
        record Bad(List<Fault> faults) implements Reading {}
    }

    /** Where a field comes from. */
    private record Source(IntakeField field, int column, CellReader reader) {}

    private final FileProfile profile;
    private final List<Source> sources = new ArrayList<>();
    private final List<IntakeField> unfed = new ArrayList<>();

    /**
     * @param zone of the bureau, for times without one
     * @param region of the bureau, for telephone numbers without a country
     */
    public RowReader(
            List<IntakeField> fields, FileProfile profile, Mapping mapping, ZoneId zone, String region, Clock clock) {
        this.profile = profile;
        Set<String> open = new HashSet<>();
        for (DateConflict conflict : Conflicts.of(fields, profile, mapping)) {
            open.add(conflict.field());
        }
        DateReader dates = new DateReader(zone, clock, profile);
        PhoneText phones = new PhoneText(region);
        for (IntakeField field : fields) {
            int column = mapping.column(Role.FIELD, field.code()).orElse(-1);
            if (column >= 0 && column < profile.columns().size()) {
                sources.add(new Source(
                        field, column, reader(field, column, mapping, dates, phones, open.contains(field.code()))));
            } else if (field.required()) {
                unfed.add(field);
            }
        }
    }

    private CellReader reader(
            IntakeField field, int column, Mapping mapping, DateReader dates, PhoneText phones, boolean conflict) {
        return switch (field.type()) {
            case MOMENT -> moment(field, column, mapping, dates, conflict);
            case PHONE -> (row, cell) -> CellReader.found(new Value.Phone(cell, phones.e164(CellReader.whole(cell))));
            case CODE -> new Codes(field, mapping.codes().getOrDefault(field.code(), Map.of()));
            case NUMBER -> CellReader::number;
            case EMAIL -> CellReader::email;
            case EXTERNAL_NUMBER, POSTAL_CODE ->
                (row, cell) -> CellReader.found(new Value.Text(CellReader.whole(cell)));
            case TEXT, LONG_TEXT -> (row, cell) -> CellReader.found(new Value.Text(cell));
        };
    }

    private CellReader moment(IntakeField field, int column, Mapping mapping, DateReader dates, boolean conflict) {
        Mapping.DateDecision decision = mapping.decision(field.code());
        int second = decision.column() >= 0
                ? decision.column()
                : mapping.column(Role.CHECK_OF, field.code()).orElse(-1);
        int time = mapping.column(Role.TIME_OF, field.code()).orElse(-1);
        DateRule rule = DateRule.of(profile.columns().get(column).dates(), decision.choice(), conflict);
        return (row, cell) -> dates.read(row, column, second, time, rule);
    }

    /** What a row says in the column of a field, unread; empty where no column feeds it. */
    public String cell(Row row, String field) {
        return sources.stream()
                .filter(source -> source.field().code().equals(field))
                .map(source -> row.text(source.column()).strip())
                .findFirst()
                .orElse("");
    }

    /** Reads a row. */
    public Reading read(Row row) {
        List<Fault> faults = new ArrayList<>();
        shape(row, faults);
        if (!faults.isEmpty()) {
            return new Reading.Bad(faults);
        }
        Map<String, Value> values = new HashMap<>();
        for (Source source : sources) {
            read(row, source, values, faults);
        }
        unfed.forEach(field -> faults.add(Fault.of("required", field.code())));
        if (!faults.isEmpty()) {
            return new Reading.Bad(faults);
        }
        return new Reading.Good(new MappedRow(row.line(), number(values), Digest.of(values), values));
    }

    private void read(Row row, Source source, Map<String, Value> values, List<Fault> faults) {
        String code = source.field().code();
        CellKind kind = row.kind(source.column());
        String cell = row.text(source.column()).strip();
        if (kind == CellKind.FORMULA || kind == CellKind.ERROR) {
            faults.add((kind == CellKind.FORMULA ? Fault.of("cell.formula", code) : Fault.of("cell.error", code, cell))
                    .in(source.column()));
            return;
        }
        if (cell.isEmpty() || Lexicon.missing(cell)) {
            if (source.field().required()) {
                faults.add(Fault.of("required", code).in(source.column()));
            }
            return;
        }
        switch (source.reader().read(row, cell)) {
            case CellReader.Got(var value) -> values.put(code, value);
            case CellReader.Not(var why, var args) -> faults.add(new Fault(why, code, source.column(), args));
        }
    }

    /** What is wrong with the row as a whole: then its cells may have slipped, and none is read. */
    private void shape(Row row, List<Fault> faults) {
        for (int i = 0; i < row.kinds().size(); i++) {
            if (row.kind(i) == CellKind.BROKEN) {
                faults.add(Fault.of("row.bytes", null).in(i));
                return;
            }
        }
        int columns = profile.columns().size();
        for (int i = columns; i < row.size() && !profile.resent(); i++) {
            if (!row.text(i).isBlank()) {
                faults.add(Fault.of("row.long", null, Integer.toString(columns)));
                return;
            }
        }
        boolean cut = sources.stream().anyMatch(source -> source.column() >= row.width());
        if (cut && profile.layout().kind() == Layout.Kind.CSV) {
            faults.add(Fault.of("row.short", null, Integer.toString(columns)));
        }
    }

    private @Nullable String number(Map<String, Value> values) {
        for (Source source : sources) {
            if (source.field().type() == FieldType.EXTERNAL_NUMBER
                    && values.get(source.field().code()) instanceof Value.Text(String text)) {
                return text;
            }
        }
        return null;
    }

    /** Options of a field by everything that stands for one. */
    private record Codes(Map<String, String> options) implements CellReader {

        Codes(IntakeField field, Map<String, String> byHand) {
            this(CodeNames.of(field, byHand));
        }

        @Override
        public Result read(Row row, String cell) {
            String option = options.get(CodeNames.fold(cell));
            return option == null || option.isEmpty()
                    ? CellReader.not("code.unknown", CodeNames.shown(cell))
                    : CellReader.found(new Value.Code(option, cell));
        }
    }
}
