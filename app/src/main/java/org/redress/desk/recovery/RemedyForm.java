package org.redress.desk.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What stands in the form: nothing, or what was typed and refused. It travels to the ticket's page with the redirect, so
 * that nothing has to be typed again.
 *
 * @param field the field at fault, or null
 * @param error what is wrong with it, or null
 */
public record RemedyForm(
        String kind,
        String sum,
        String note,
        String why,
        @Nullable String field,
        @Nullable String error) {

    private static final String TRAVELS_AS = RemedyForm.class.getName();
    private static final RemedyForm EMPTY = sent("", "", "", "");

    static RemedyForm sent(String kind, String sum, String note, String why) {
        return new RemedyForm(kind, sum, note, why, null, null);
    }

    public boolean cameBack() {
        return error != null;
    }

    /** What is wrong with a field, or null. */
    public @Nullable String error(String name) {
        return name.equals(field) ? error : null;
    }

    RemedyForm refused(String at, String said) {
        return new RemedyForm(kind, sum, note, this.why, at, said);
    }

    /** Gives it to the next request for this address. */
    void sendTo(String address, HttpServletRequest request, HttpServletResponse response) {
        RequestContextUtils.getOutputFlashMap(request).put(TRAVELS_AS, this);
        RequestContextUtils.saveOutputFlashMap(address, request, response);
    }

    /** The form that came with this request. */
    static RemedyForm thatCameBack() {
        return Optional.ofNullable((ServletRequestAttributes) RequestContextHolder.getRequestAttributes())
                .<Map<String, ?>>map(attributes -> RequestContextUtils.getInputFlashMap(attributes.getRequest()))
                .map(flash -> (RemedyForm) flash.get(TRAVELS_AS))
                .orElse(EMPTY);
    }
}
