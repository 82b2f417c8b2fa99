package org.redress.desk.appeal.chain;

import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Attempt;

/**
 * The form in which an appeal is recorded.
 *
 * @param ticket number of the ticket it comes from; may be empty
 */
public record AppealNewPage(String ticket, String today, Attempt attempted) {

    static final String FORM = "receive";

    public String value(String field, String otherwise) {
        return attempted.value(FORM, field, otherwise);
    }

    public @Nullable String error(String field) {
        return attempted.error(FORM, field);
    }

    public boolean ticked(String field) {
        return attempted.ticked(FORM, field);
    }
}
