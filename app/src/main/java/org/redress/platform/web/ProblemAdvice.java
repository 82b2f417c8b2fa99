package org.redress.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Answers what a controller could not: a page for a browser, a fragment for a part of a page, RFC 9457 for a program. No
 * answer holds a stack trace.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private final Languages languages;

    ProblemAdvice(Languages languages) {
        this.languages = languages;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    Object answer(Exception thrown, HttpServletRequest request) throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            throw thrown; // for the security filters, which know whether to ask for a sign-in
        }
        if (thrown instanceof AsyncRequestNotUsableException) {
            return null; // the reader has gone away
        }
        return answer(Failures.of(thrown, words(request)), request);
    }

    Words words(HttpServletRequest request) {
        return languages.words(request);
    }

    /** The answer in the form that the asker reads. */
    static Object answer(Failure failure, HttpServletRequest request) {
        HttpStatus status = HttpStatus.valueOf(failure.status());
        if (request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null) {
            return Page.of("web/problem-part", failure, status);
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            return Page.of("web/problem", failure, status);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(failure, status));
    }

    private static ProblemDetail detail(Failure failure, HttpStatus status) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, failure.text());
        detail.setType(URI.create("urn:redress:problem:" + failure.code()));
        detail.setTitle(failure.title());
        detail.setProperty("code", failure.code());
        if (failure.field() != null) {
            detail.setProperty("field", failure.field());
        }
        return detail;
    }
}
