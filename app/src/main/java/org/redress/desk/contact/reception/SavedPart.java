package org.redress.desk.contact.reception;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.redress.desk.contact.DraftSaved;

/** The line that says that the draft is kept. */
public record SavedPart(UUID draft, DraftSaved saved, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** When it was kept, or by another window; empty where it is a contact already. */
    public String time() {
        return switch (saved) {
            case DraftSaved.Kept kept -> TIME.format(kept.at().atZone(zone));
            case DraftSaved.Elsewhere elsewhere -> TIME.format(elsewhere.at().atZone(zone));
            case DraftSaved.Recorded recorded -> "";
        };
    }
}
