package org.redress.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Refuses at the door, and remembers whether the form was merely old, so that the page can say so. */
public final class Refusal implements AccessDeniedHandler {

    static final String EXPIRED = Refusal.class.getName() + ".expired";

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            request.setAttribute(EXPIRED, true);
        }
        response.sendError(HttpStatus.FORBIDDEN.value());
    }
}
