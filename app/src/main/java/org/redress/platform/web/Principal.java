package org.redress.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** The signed-in person, as far as the shell knows one. */
final class Principal {

    private Principal() {}

    /** The principal in this role, or null when nobody is signed in or the principal does not play it. */
    static <T> @Nullable T as(HttpServletRequest request, Class<T> role) {
        return request.getUserPrincipal() instanceof Authentication authentication
                        && role.isInstance(authentication.getPrincipal())
                ? role.cast(authentication.getPrincipal())
                : null;
    }
}
