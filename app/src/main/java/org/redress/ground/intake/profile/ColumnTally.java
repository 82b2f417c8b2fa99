package org.redress.ground.intake.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.FileProfile.Column;
import org.redress.ground.intake.FileProfile.Shapes;
import org.redress.ground.intake.reading.Lexicon;
import org.redress.ground.intake.reading.PhoneText;
import org.redress.ground.intake.sheet.CellKind;

/** Counts what stands in one column. */
final class ColumnTally {

    private static final int MOST_VALUES = 200;
    private static final int MOST_REPEATS = 1_000;
    private static final int SHOWN = 300;
    private static final int LONGEST_CODE = 100;
    private static final int PROBE = 500;

    private final PhoneText phones;
    final DateTally dates;
    private final Map<String, Long> tokens = new HashMap<>();
    private final List<String> samples = new ArrayList<>();
    private @Nullable Map<String, Long> values = new LinkedHashMap<>();
    private @Nullable LongSet distinct = new LongSet();
    private final long[] lengths = new long[25];
    private long filled;
    private long missing;
    private long characters;
    private long repeated;
    private long phone;
    private long email;
    private long number;
    private long digits;
    private long zeros;
    private long formulas;
    private long errors;

    ColumnTally(PhoneText phones, DateTally dates) {
        this.phones = phones;
        this.dates = dates;
    }

    /** Counts a cell; false where nothing stands in it. */
    boolean add(String cell, CellKind kind) {
        if (cell.isEmpty()) {
            return false;
        }
        if (Lexicon.missing(cell)) {
            missing++;
            tokens.merge(cell, 1L, Long::sum);
            return false;
        }
        filled++;
        characters += cell.length();
        formulas += kind == CellKind.FORMULA ? 1 : 0;
        errors += kind == CellKind.ERROR ? 1 : 0;
        if (samples.size() < 2) {
            samples.add(cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN));
        }
        count(cell);
        shape(cell);
        return true;
    }

    private void count(String cell) {
        if (values != null) {
            if (cell.length() > LONGEST_CODE || values.size() >= MOST_VALUES && !values.containsKey(cell)) {
                values = null;
            } else {
                values.merge(cell, 1L, Long::sum);
            }
        }
        if (distinct != null && !distinct.add(LongSet.hash(cell)) && ++repeated > MOST_REPEATS) {
            distinct = null;
        }
    }

    private void shape(String cell) {
        if (cell.indexOf('@') > 0 && cell.indexOf('.') > 0) {
            email++;
        }
        int figures = 0;
        boolean plain = true;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                figures++;
            } else {
                plain &= c == '.' || c == ',' || (c == '-' || c == '+') && i == 0;
            }
        }
        if (figures == cell.length() && figures < lengths.length) {
            digits++;
            lengths[figures]++;
            zeros += cell.charAt(0) == '0' && figures > 1 ? 1 : 0;
        }
        number += plain && figures > 0 ? 1 : 0;
        if (figures >= 7 && cell.length() <= 25 && (filled < PROBE || phone * 20 > filled)) {
            phone += phones.e164(cell) != null ? 1 : 0;
        }
    }

    long filled() {
        return filled;
    }

    boolean counting() {
        return distinct != null;
    }

    long averageLength() {
        return filled == 0 ? 0 : characters / filled;
    }

    /** Stops looking for repeats, to save memory. */
    void stopCounting() {
        distinct = null;
    }

    Column result(int position, String name, int twin) {
        int length = 0;
        long shorter = 0;
        for (int i = 1; i < lengths.length; i++) {
            length = lengths[i] > lengths[length] ? i : length;
        }
        for (int i = Math.max(1, length - 2); i < length; i++) {
            shorter += lengths[i];
        }
        Map<String, Long> common = new LinkedHashMap<>();
        if (values != null) {
            values.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(e -> common.put(e.getKey(), e.getValue()));
        }
        String token = tokens.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return new Column(
                position,
                name,
                twin,
                filled,
                missing,
                token,
                List.copyOf(samples),
                (int) averageLength(),
                distinct == null ? -1 : repeated,
                common,
                new Shapes(phone, email, number, digits, length, zeros, shorter, formulas, errors),
                dates.result());
    }
}
