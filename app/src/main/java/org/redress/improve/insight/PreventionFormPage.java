package org.redress.improve.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Choice;

/**
 * The form of a preventive action.
 *
 * @param action where it is sent
 * @param version what was seen, or null for a new one
 * @param changes the segments of procedures and the standards that can be changed
 * @param fast whether cause and place can no longer be changed
 * @param errorField the field that was refused, with its sentence
 */
public record PreventionFormPage(
        String action,
        @Nullable Integer version,
        String number,
        PreventionForm form,
        List<Cause> causes,
        List<Choice> places,
        List<Choice> owners,
        List<Choice> changes,
        boolean fast,
        @Nullable String errorField,
        @Nullable String error) {

    /** The sentence under a field, or null. */
    public @Nullable String errorAt(String field) {
        return field.equals(errorField) ? error : null;
    }
}
