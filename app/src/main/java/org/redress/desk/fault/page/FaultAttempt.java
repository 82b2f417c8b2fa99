package org.redress.desk.fault.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A form that could not be taken. It travels to the ticket's page with the redirect, so that nothing has to be typed again.
 *
 * @param form its name; empty where none came back
 * @param field the field at fault, or null
 */
public record FaultAttempt(
        String form, Map<String, String> typed, @Nullable String field, String error) {

    static final FaultAttempt NONE = new FaultAttempt("", Map.of(), null, "");
    private static final String TRAVELS_AS = FaultAttempt.class.getName();

    public boolean of(String name) {
        return form.equals(name);
    }

    /** What was typed into a field of a form, else nothing. */
    public String value(String name, String at) {
        return of(name) ? typed.getOrDefault(at, "") : "";
    }

    /** What is wrong with a field of a form, or null. */
    public @Nullable String error(String name, String at) {
        return of(name) && at.equals(field) ? error : null;
    }

    void sendTo(String address, HttpServletRequest request, HttpServletResponse response) {
        RequestContextUtils.getOutputFlashMap(request).put(TRAVELS_AS, this);
        RequestContextUtils.saveOutputFlashMap(address, request, response);
    }

    static FaultAttempt thatCameBack() {
        return Optional.ofNullable((ServletRequestAttributes) RequestContextHolder.getRequestAttributes())
                .<Map<String, ?>>map(attributes -> RequestContextUtils.getInputFlashMap(attributes.getRequest()))
                .map(flash -> (FaultAttempt) flash.get(TRAVELS_AS))
                .orElse(NONE);
    }
}
