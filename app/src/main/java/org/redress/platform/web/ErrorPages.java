package org.redress.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.redress.platform.text.Words;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
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
        if (request.getAttribute(Refusal.EXPIRED) != null) {
            return Failures.expired(words);
        }
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                        && status.is5xxServerError()
                ? Failures.of(unwrapped(thrown), words)
                : Failures.of(status, words);
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof ServletException && cause != null ? cause : thrown;
    }
}
