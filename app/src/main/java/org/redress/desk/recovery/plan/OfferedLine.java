package org.redress.desk.recovery.plan;

import java.util.List;
import org.redress.desk.recovery.RemedyKind;

/**
 * A remedy that is offered.
 *
 * @param speaker who has to give it
 * @param why at least one reason
 */
public record OfferedLine(RemedyKind kind, Speaker speaker, List<Why> why) {

    public OfferedLine {
        why = List.copyOf(why);
    }
}
