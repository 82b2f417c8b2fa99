package org.redress.ground.attachment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Why a file was not taken; travels with the redirect to the page of its thing. */
record AttachmentForm(String error) {

    private static final String TRAVELS_AS = AttachmentForm.class.getName();

    void sendTo(String address, HttpServletRequest request, HttpServletResponse response) {
        RequestContextUtils.getOutputFlashMap(request).put(TRAVELS_AS, error);
        RequestContextUtils.saveOutputFlashMap(address, request, response);
    }

    /** Why the file that was sent last was not taken, or null. */
    static @Nullable String errorThatCameBack() {
        return Optional.ofNullable((ServletRequestAttributes) RequestContextHolder.getRequestAttributes())
                .<Map<String, ?>>map(attributes -> RequestContextUtils.getInputFlashMap(attributes.getRequest()))
                .map(flash -> (String) flash.get(TRAVELS_AS))
                .orElse(null);
    }
}
