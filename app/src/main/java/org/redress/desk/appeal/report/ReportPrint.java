package org.redress.desk.appeal.report;

import java.util.Arrays;
import java.util.List;
import org.redress.desk.appeal.chain.Condition;
import org.redress.platform.print.PrintedReport;
import org.redress.platform.text.Words;

/** The report on paper. */
final class ReportPrint {

    private final AppealReport report;
    private final Words words;

    ReportPrint(AppealReport report, Words words) {
        this.report = report;
        this.words = words;
    }

    byte[] bytes(String bureau) {
        Period period = report.period();
        PrintedReport paper = new PrintedReport(
                words,
                words.text("appeal.report.title"),
                bureau + "\n"
                        + words.text("appeal.report.of", words.date(period.from()), words.date(period.lastDay())));
        paper.heading(words.text("appeal.report.counts"))
                .table(
                        List.of(words.text("appeal.report.figure"), words.text("appeal.report.count")),
                        AppealReport.SHOWN.stream()
                                .map(one ->
                                        List.of(words.text("appeal.figure." + one), words.number(report.count(one))))
                                .toList(),
                        "");
        paper.heading(words.text("appeal.report.refusals"))
                .table(
                        List.of(words.text("appeal.report.reason"), words.text("appeal.report.count")),
                        Arrays.stream(Condition.values())
                                .filter(report.refused()::containsKey)
                                .map(one -> List.of(
                                        words.text("appeal.failed." + one), words.number(report.refusedFor(one))))
                                .toList(),
                        words.text("appeal.report.norefusal"));
        paper.heading(words.text("appeal.report.rates"))
                .table(
                        List.of(
                                words.text("appeal.report.figure"),
                                words.text("appeal.report.share"),
                                words.text("appeal.report.formula")),
                        report.rates().stream()
                                .map(rate -> List.of(
                                        words.text("appeal.source." + rate.source()) + "\n" + rate.name(words),
                                        rate.value(report, words) + "\n" + words.number(report.count(rate.part()))
                                                + " ÷ " + words.number(report.count(rate.all())),
                                        rate.formula(words)))
                                .toList(),
                        "");
        return paper.bytes();
    }
}
