package org.redress.desk.recovery.followup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.redress.desk.recovery.followup.PublicAnswers.Standing;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The questionnaire as customers see it, without signing in. Looking changes nothing: a scanner of mails that follows the link
 * answers nothing. The link is the secret, so its form carries no other.
 */
@Controller
class AnswerDesk {

    private static final String FORM = "answer";

    private final PublicAnswers answers;
    private final Guesses guesses;

    AnswerDesk(PublicAnswers answers, Guesses guesses) {
        this.answers = answers;
        this.guesses = guesses;
    }

    @GetMapping(AnswerLinks.PATH + "{key}")
    ModelAndView show(
            @PathVariable String key,
            @RequestParam Map<String, String> chosen,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (guesses.tooMany(request.getRemoteAddr(), key)) {
            return tooMany(response);
        }
        return page(key, answers.look(key), new Attempt(FORM, chosen, null, ""), request, response);
    }

    @PostMapping(AnswerLinks.PATH + "{key}")
    ModelAndView answer(
            Words words,
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (guesses.tooMany(request.getRemoteAddr(), key)) {
            return tooMany(response);
        }
        try {
            Standing standing = answers.answer(key, AnswerForm.marks(typed), typed.get("words"));
            return standing == Standing.ANSWERED
                    ? Page.then(AnswerLinks.PATH + key)
                    : page(key, standing, Attempt.NONE, request, response);
        } catch (Problem wrong) {
            if (wrong.field() == null) {
                throw wrong;
            }
            guesses.refused(request.getRemoteAddr(), key);
            String why = words.text("problem." + wrong.code(), wrong.arguments());
            ModelAndView page =
                    page(key, Standing.OPEN, new Attempt(FORM, typed, wrong.field(), why), request, response);
            page.setStatus(wrong.status());
            return page;
        }
    }

    private ModelAndView page(
            String key, Standing standing, Attempt attempt, HttpServletRequest request, HttpServletResponse response) {
        unseen(response);
        if (standing == Standing.UNKNOWN) {
            if (guesses.tooMany(request.getRemoteAddr())) {
                return tooMany(response);
            }
            guesses.unknown(request.getRemoteAddr(), key);
        }
        HttpStatus status = switch (standing) {
            case OPEN, ANSWERED -> HttpStatus.OK;
            case OVER -> HttpStatus.GONE;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
        };
        return Page.of("followup/answer", new AnswerPage(standing.name(), key, attempt), status);
    }

    private static ModelAndView tooMany(HttpServletResponse response) {
        unseen(response);
        return Page.of("followup/answer", new AnswerPage("TOO_MANY", "", Attempt.NONE), HttpStatus.TOO_MANY_REQUESTS);
    }

    /** Kept nowhere, found by no search, and not told to where the reader goes next. */
    private static void unseen(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
