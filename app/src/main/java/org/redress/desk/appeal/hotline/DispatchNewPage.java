package org.redress.desk.appeal.hotline;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Mood;
import org.redress.desk.ticket.TicketKind;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/** The form in which a dispatch is recorded. */
public record DispatchNewPage(Attempt attempted) {

    static final String FORM = "receive";

    public String value(String field, String otherwise) {
        return attempted.value(FORM, field, otherwise);
    }

    public @Nullable String error(String field) {
        return attempted.error(FORM, field);
    }

    public List<Choice> urgencies(Words words) {
        return Arrays.stream(Urgency.values())
                .map(one -> new Choice(one.name(), words.text("dispatch.urgency." + one)))
                .toList();
    }

    public List<Choice> kinds(Words words) {
        return Arrays.stream(TicketKind.values())
                .map(one -> new Choice(one.name(), words.text("ticket.kind." + one)))
                .toList();
    }

    public List<Choice> moods(Words words) {
        return Arrays.stream(Mood.values())
                .map(one -> new Choice(one.name(), words.text("contact.mood." + one)))
                .toList();
    }
}
