package org.redress.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Sees every form that is sent: before the next page is drawn it is a draft no longer, or kept as one where it was not taken. */
@Component
class DraftKeeping implements HandlerInterceptor {

    private static final String SETTLED = DraftKeeping.class.getName();

    private final WrittenDrafts drafts;

    DraftKeeping(WrittenDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        settle(request);
    }

    /** A refusal with a page of its own comes by here alone. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        settle(request);
    }

    private void settle(HttpServletRequest request) {
        Viewer writer = Principal.as(request, Viewer.class);
        boolean sent = request.getHeader("HX-Request") == null
                && !request.getRequestURI().startsWith(DraftPages.PATH)
                && request.getAttribute(SETTLED) == null;
        if (writer != null && sent) {
            request.setAttribute(SETTLED, true);
            FormSent.in(request)
                    .filter(FormSent::keyed)
                    .ifPresent(form -> drafts.settle(writer, form, request.getRequestURI()));
        }
    }
}
