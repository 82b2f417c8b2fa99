package org.redress.improve.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Choice;

/**
 * The numbers of customers.
 *
 * @param known how many customers the product knows, which stand in while {@code bases} is empty
 */
public record BasePage(
        List<CustomerBase> bases,
        long known,
        List<Choice> places,
        boolean manage,
        BaseForm form,
        @Nullable String errorField,
        @Nullable String error) {

    /** What the form holds, as it was typed. */
    public record BaseForm(
            @Nullable String place,
            @Nullable String from,
            @Nullable String customers,
            @Nullable String source) {}

    /** The sentence under a field, or null. */
    public @Nullable String errorAt(String field) {
        return field.equals(errorField) ? error : null;
    }
}
