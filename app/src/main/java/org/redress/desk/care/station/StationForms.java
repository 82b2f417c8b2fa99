package org.redress.desk.care.station;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.redress.ground.identity.StaffId;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;

/** Reads the forms of stations. */
final class StationForms {

    private StationForms() {}

    static NewStation station(Forms.Form form) {
        return new NewStation(
                form.typed("name"),
                form.typed("area"),
                keeper(form),
                new Rhythm(
                        number(form, "every", "station.every", Rhythm.LONGEST),
                        Typed.choice(Rhythm.Unit.class, form.typed("rhythm"), "rhythm")),
                day(form, "starts"),
                questions(form));
    }

    /** Questions up to the last one of which anything was written. */
    static List<NewQuestion> questions(Forms.Form form) {
        int last = 0;
        for (int place = 1; place <= TrackingStations.MOST_QUESTIONS; place++) {
            if (!form.typed("zh" + place).isBlank() || !form.typed("en" + place).isBlank()) {
                last = place;
            }
        }
        List<NewQuestion> questions = new ArrayList<>();
        for (int place = 1; place <= last; place++) {
            questions.add(new NewQuestion(
                    Typed.choice(QuestionKind.class, form.typed("kind" + place), "kind" + place),
                    form.typed("zh" + place),
                    form.typed("en" + place)));
        }
        return questions;
    }

    static StaffId keeper(Forms.Form form) {
        try {
            return new StaffId(UUID.fromString(form.typed("keeper")));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("station.keeper", "keeper");
        }
    }

    static UUID id(Forms.Form form, String field) {
        try {
            return UUID.fromString(form.typed(field));
        } catch (IllegalArgumentException e) {
            throw Problem.absent("customer.absent");
        }
    }

    static int version(Forms.Form form) {
        return number(form, "version", "typed.choose", 0);
    }

    private static int number(Forms.Form form, String field, String code, int most) {
        try {
            return Integer.parseInt(form.typed(field).strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid(code, field, most);
        }
    }

    private static LocalDate day(Forms.Form form, String field) {
        try {
            return LocalDate.parse(form.typed(field).strip());
        } catch (DateTimeException e) {
            throw Problem.invalid("station.starts", field);
        }
    }
}
