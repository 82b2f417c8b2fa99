package org.redress.improve.quality.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The review meetings in the browser and on paper. */
@Controller
@RequestMapping("/reviews")
class ReviewsDesk {

    private static final int LENGTH = 50;

    private final Reviews reviews;
    private final Decisions decisions;
    private final ReviewPages pages;
    private final Forms forms;
    private final Bureaus bureaus;

    ReviewsDesk(Reviews reviews, Decisions decisions, ReviewPages pages, Forms forms, Bureaus bureaus) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.pages = pages;
        this.forms = forms;
        this.bureaus = bureaus;
    }

    @GetMapping
    ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable LocalDate below) {
        return reviews.mayRead(actor) ? list(actor, below, Attempt.NONE) : Page.then("/reviews/decisions");
    }

    private ModelAndView list(Actor actor, @Nullable LocalDate below, Attempt attempted) {
        List<Review> found = reviews.list(actor, below, LENGTH + 1);
        List<Review> shown = found.stream().limit(LENGTH).toList();
        return Page.of(
                "quality/reviews",
                new ReviewListPage(
                        shown,
                        reviews.mayLead(actor),
                        reviews.lastWeek(actor),
                        attempted,
                        found.size() > LENGTH
                                ? "/reviews?below=" + shown.getLast().week()
                                : null,
                        actor.zone()));
    }

    @PostMapping
    ModelAndView prepare(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, "prepare", typed, words.text("review.done.prepare"));
        return forms.take(
                form,
                () -> "/reviews/"
                        + reviews.prepare(actor, day(form.typed("week"), "week"))
                                .value(),
                attempted -> list(actor, null, attempted));
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, Words words, @PathVariable UUID id) {
        return show(actor, words, new ReviewId(id), Attempt.NONE);
    }

    private ModelAndView show(Actor actor, Words words, ReviewId id, Attempt attempted) {
        return Page.of("quality/review", pages.of(actor, words, id, attempted));
    }

    @GetMapping("/{id}/pack.pdf")
    ResponseEntity<byte[]> print(Actor actor, Words words, @PathVariable UUID id) {
        ReviewPage page = pages.of(actor, words, new ReviewId(id), Attempt.NONE);
        byte[] pdf =
                new ReviewPrint(page, words).bytes(bureaus.get(actor.bureau()).name(words.chinese()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("review-" + page.review().week() + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    @PostMapping("/{id}/{act:hold|minutes|close|decisions}")
    ModelAndView move(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        ReviewId review = new ReviewId(id);
        String path = "/reviews/" + id;
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, act, typed, words.text("review.done." + act));
        return forms.take(
                form,
                () -> {
                    ReviewResult result = switch (act) {
                        case "hold" -> reviews.hold(actor, review, version(form));
                        case "minutes" -> reviews.minutes(actor, review, version(form), form.typed("minutes"));
                        case "close" -> reviews.close(actor, review, version(form));
                        default ->
                            decisions.make(
                                    actor,
                                    review,
                                    new NewDecision(
                                            form.typed("what"),
                                            owner(form.typed("owner")),
                                            day(form.typed("due"), "due")));
                    };
                    return next(result, words, path);
                },
                attempted -> show(actor, words, review, attempted));
    }

    static String next(ReviewResult result, Words words, String path) {
        return switch (result) {
            case ReviewResult.Done done -> path;
            case ReviewResult.Refused(ReviewResult.Reason reason) ->
                throw Forms.refused(path, words.text("review.refused." + reason));
        };
    }

    static int version(Forms.Form form) {
        try {
            return Integer.parseInt(form.typed("version"));
        } catch (NumberFormatException e) {
            throw Problem.invalid("typed.choose", null);
        }
    }

    private static LocalDate day(String typed, String field) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("review.day", field);
        }
    }

    private static StaffId owner(String typed) {
        try {
            return new StaffId(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("review.owner", "owner");
        }
    }
}
