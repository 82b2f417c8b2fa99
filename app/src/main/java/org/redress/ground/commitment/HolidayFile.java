package org.redress.ground.commitment;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.ground.commitment.WorkCalendar.DayChange;
import org.redress.platform.web.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A year's public holidays in the JSON of the project holiday-cn: {@code year}, {@code papers} (where it was announced)
 * and {@code days} with {@code name}, {@code date} and {@code isOffDay}; a day that is not off is worked to make up.
 */
record HolidayFile(String source, List<Day> days) {

    private static final int LARGEST = 1024 * 1024;

    record Day(LocalDate date, String name, boolean off) {}

    static HolidayFile read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problem.invalid("holidays.large", "file");
        }
        try {
            return read(JsonMapper.shared().readTree(bytes));
        } catch (JacksonException | DateTimeParseException e) {
            throw Problem.invalid("holidays.form", "file");
        }
    }

    /** What it says of dates. */
    Map<LocalDate, DayChange> changes() {
        return days.stream().collect(Collectors.toMap(Day::date, this::change));
    }

    DayChange change(Day day) {
        return new DayChange(day.off() ? Hours.OFF : null, day.name(), source);
    }

    /** The same as a file. */
    String content() {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "papers",
                        List.of(source),
                        "days",
                        days.stream()
                                .map(day -> Map.of(
                                        "date", day.date().toString(), "name", day.name(), "isOffDay", day.off()))
                                .toList()));
    }

    private static HolidayFile read(JsonNode root) {
        List<Day> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (JsonNode day : root.path("days")) {
            LocalDate date = LocalDate.parse(day.path("date").asString());
            String name = day.path("name").asString();
            if (!day.path("isOffDay").isBoolean() || name.isBlank() || !seen.add(date)) {
                throw Problem.invalid("holidays.form", "file");
            }
            days.add(new Day(date, name, day.path("isOffDay").booleanValue()));
        }
        String source = String.join(
                " ", root.path("papers").valueStream().map(JsonNode::asString).toList());
        if (days.isEmpty() || source.isBlank()) {
            throw Problem.invalid("holidays.form", "file");
        }
        return new HolidayFile(source, days);
    }
}
