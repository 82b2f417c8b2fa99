package org.redress.desk.care.station;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * A station as it is founded, or its questions as they are changed.
 *
 * @param station null while it is founded
 * @param questions as they stand; empty for a new one
 */
public record StationFormPage(
        @Nullable Station station, List<Question> questions, List<Choice> keepers, LocalDate today, Attempt attempted) {

    public static final String FORM = "station";

    public int most() {
        return TrackingStations.MOST_QUESTIONS;
    }

    /** What stands in a field of a question. */
    public String value(String part, int place) {
        Question one = place <= questions.size() ? questions.get(place - 1) : null;
        String otherwise = one == null
                ? ""
                : switch (part) {
                    case "kind" -> one.kind().name();
                    case "zh" -> one.zh();
                    default -> one.en();
                };
        return attempted.value(FORM, part + place, otherwise);
    }

    public @Nullable String error(String field) {
        return attempted.error(FORM, field);
    }

    public static List<Choice> kinds(Words words) {
        return Arrays.stream(QuestionKind.values())
                .map(kind -> new Choice(kind.name(), words.text("station.question." + kind)))
                .toList();
    }

    public static List<Choice> rhythms(Words words) {
        return Arrays.stream(Rhythm.Unit.values())
                .map(unit -> new Choice(unit.name(), words.text("station.unit." + unit)))
                .toList();
    }
}
