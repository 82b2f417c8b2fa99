package org.redress.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.redress.platform.text.Words;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside a controller: in a filter, in the container, or while a page was drawn. */
@Controller
class ErrorPages implements ErrorController {

    private final ProblemAdvice advice;

    ErrorPages(ProblemAdvice advice) {
        this.advice = advice;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        return ProblemAdvice.answer(failure(request, advice.words(request)), request);
    }

    private static Failure failure(HttpServletRequest request, Words words) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return Failures.of(unwrapped(thrown), words);
        }
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return Failures.expired(words);
        }
        return Failures.of(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                        ? HttpStatus.valueOf(status)
                        : HttpStatus.NOT_FOUND,
                words);
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof ServletException && cause != null ? cause : thrown;
    }
}
