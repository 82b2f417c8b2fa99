package org.redress.desk.care.station;

import java.time.LocalDate;
import java.util.List;
import org.redress.ground.identity.StaffId;

/** A station as it is founded. */
public record NewStation(
        String name, String area, StaffId keeper, Rhythm rhythm, LocalDate startsOn, List<NewQuestion> questions) {

    public NewStation {
        questions = List.copyOf(questions);
    }
}
