package org.redress.improve.quality.review;

import java.util.List;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.print.PrintedReport;
import org.redress.platform.text.Words;

/** The pack of a meeting on paper. */
final class ReviewPrint {

    private final ReviewPage page;
    private final Words words;

    ReviewPrint(ReviewPage page, Words words) {
        this.page = page;
        this.words = words;
    }

    byte[] bytes(String bureau) {
        Review review = page.review();
        String lead = bureau + "\n"
                + words.text("review.weekof", words.date(review.week()), words.date(review.lastDay())) + "\n"
                + (review.heldAt() == null
                        ? words.text("review.asof", words.dateTime(page.pack().at(), page.zone()))
                        : words.text("review.frozen", words.dateTime(review.heldAt(), page.zone())));
        PrintedReport report = new PrintedReport(words, words.text("review.title"), lead);
        figures(report);
        worst(report);
        hot(report);
        cards(report);
        followUp(report);
        decisions(report);
        if (!review.minutes().isEmpty()) {
            report.heading(words.text("review.minutes")).text(review.minutes());
        }
        return report.bytes();
    }

    private void figures(PrintedReport report) {
        report.heading(words.text("review.figures"))
                .table(
                        List.of(
                                words.text("review.figure"),
                                words.text("review.thisweek"),
                                words.text("review.weekbefore")),
                        page.figures().stream()
                                .map(one -> List.of(one.name(), one.week(), one.before()))
                                .toList(),
                        "");
    }

    private void worst(PrintedReport report) {
        report.heading(words.text("review.worst"))
                .text(words.text("review.worst.order"))
                .table(
                        List.of(
                                words.text("review.col.ticket"),
                                words.text("review.col.subject"),
                                words.text("review.col.unit"),
                                words.text("review.col.reopened"),
                                words.text("review.col.verdict"),
                                words.text("review.col.days")),
                        page.pack().worst().stream()
                                .map(one -> List.of(
                                        one.number(),
                                        one.subject(),
                                        unit(one.unit()),
                                        words.number(one.reopened()),
                                        verdict(one),
                                        words.number(one.days())))
                                .toList(),
                        words.text("review.worst.none"));
    }

    private String verdict(ReviewPack.WorstCase one) {
        String said = one.verdict() == null ? "" : words.text("ticket.verdict." + one.verdict());
        return one.late() ? (said + "\n" + words.text("review.late")).strip() : said;
    }

    private void hot(PrintedReport report) {
        report.heading(words.text("review.hot"))
                .table(
                        List.of(
                                words.text("hot.col.matter"),
                                words.text("hot.col.count"),
                                words.text("hot.col.expected"),
                                words.text("hot.col.score")),
                        page.pack().hot().stream()
                                .map(one -> List.of(
                                        page.matter(words, one),
                                        words.number(one.count()),
                                        words.number(one.expected(), 1),
                                        words.number(one.score(), 1)))
                                .toList(),
                        words.text("hot.none"));
    }

    private void cards(PrintedReport report) {
        report.heading(words.text("review.cards"));
        if (!page.cards()) {
            report.text(words.text("review.cards.unseen"));
            return;
        }
        report.table(
                List.of(
                        words.text("card.col.number"),
                        words.text("card.col.severity"),
                        words.text("card.col.unit"),
                        words.text("card.col.state")),
                page.pack().cards().stream()
                        .map(one -> List.of(
                                one.number(),
                                words.text("card.severity." + one.severity()),
                                unit(one.unit()),
                                words.text("card.state." + one.state())))
                        .toList(),
                words.text("review.cards.none"));
    }

    private void followUp(PrintedReport report) {
        report.heading(words.text("review.followup"))
                .table(
                        heads(),
                        page.pack().followUp().stream()
                                .map(one -> List.of(
                                        one.number(),
                                        one.what(),
                                        person(new StaffId(one.owner())),
                                        words.date(one.dueOn()),
                                        state(one.state(), one.late(), one.outcome())))
                                .toList(),
                        words.text("review.followup.none"));
    }

    private void decisions(PrintedReport report) {
        report.heading(words.text("review.decisions"))
                .table(
                        heads(),
                        page.decisions().stream()
                                .map(one -> List.of(
                                        one.spoken(),
                                        one.what(),
                                        person(one.owner()),
                                        words.date(one.dueOn()),
                                        state(one.state().name(), one.lateOn(page.today()), one.outcome())))
                                .toList(),
                        words.text("review.decisions.none"));
    }

    private List<String> heads() {
        return List.of(
                words.text("decision.col.number"),
                words.text("decision.col.what"),
                words.text("decision.col.owner"),
                words.text("decision.col.due"),
                words.text("decision.col.state"));
    }

    private String state(String state, boolean late, String outcome) {
        String said = words.text("decision.state." + state) + (late ? " · " + words.text("decision.late") : "");
        return outcome.isEmpty() ? said : said + "\n" + outcome;
    }

    private String unit(java.util.UUID id) {
        return page.named().unit(words, new UnitId(id));
    }

    private String person(StaffId id) {
        return page.named().person(words, id);
    }
}
