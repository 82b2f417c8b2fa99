package org.redress.ground.intake.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.DateConflict;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.FileProfile.Check;
import org.redress.ground.intake.FileProfile.Dates;
import org.redress.ground.intake.FileProfile.Example;
import org.redress.ground.intake.Mapping.Choice;
import org.redress.ground.intake.Mapping.DateDecision;
import org.redress.ground.intake.StoredFile;
import org.redress.platform.text.Words;

/** Says in words, with counts, which dates can be read both ways and what each decision would do. */
final class ConflictWords {

    private final Words words;
    private final FaultWords faults;
    private final StoredFile file;

    ConflictWords(Words words, FaultWords faults, StoredFile file) {
        this.words = words;
        this.faults = faults;
        this.file = file;
    }

    MappingPage.Conflict conflict(DateConflict conflict) {
        DateDecision decision = file.mapping().decision(conflict.field());
        int second = decision.column() >= 0
                ? decision.column()
                : conflict.checks().isEmpty()
                        ? -1
                        : conflict.checks().getFirst().second();
        return new MappingPage.Conflict(
                conflict.field(),
                words.text("intake.conflict." + name(conflict.kind()), count(conflict)),
                says(conflict),
                second < 0 ? null : faults.heading(second),
                examples(conflict, decision, second),
                options(conflict),
                decision.choice() == Choice.OPEN ? "" : value(decision.choice(), decision.column()));
    }

    private static String name(DateConflict.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static long count(DateConflict conflict) {
        return conflict.kind() == DateConflict.Kind.OUTSIDERS
                ? conflict.outsiders()
                : conflict.dates().both();
    }

    private String says(DateConflict conflict) {
        Dates dates = conflict.dates();
        String counts = words.text(
                        "intake.conflict.counts",
                        faults.heading(conflict.column()),
                        dates.dayFirst(),
                        dates.monthFirst(),
                        dates.both())
                + cells(dates);
        LocalDate from = dates.from();
        LocalDate to = dates.to();
        if (from == null || to == null || conflict.outsiders() == 0) {
            return counts;
        }
        return counts
                + words.text(
                        "intake.conflict.span",
                        dates.certain(),
                        YearMonth.from(from).toString(),
                        YearMonth.from(to).toString(),
                        conflict.outsiders());
    }

    private String cells(Dates dates) {
        FileProfile.Cells cells = dates.cells();
        return cells == null
                ? ""
                : words.text("intake.conflict.cells." + (cells.dayFirst() ? "day" : "month"), cells.count());
    }

    static String value(Choice choice, int column) {
        return choice == Choice.BY_COLUMN ? choice + ":" + column : choice.toString();
    }

    private List<MappingPage.Option> options(DateConflict conflict) {
        Dates dates = conflict.dates();
        List<MappingPage.Option> options = new ArrayList<>();
        for (Check check : conflict.checks()) {
            options.add(new MappingPage.Option(
                    value(Choice.BY_COLUMN, check.second()),
                    words.text("intake.settle.by", faults.heading(check.second())),
                    words.text(
                            "intake.settle.by.hint",
                            check.settled(),
                            check.dayFirst(),
                            check.monthFirst(),
                            check.neither() + check.silent(),
                            check.outside())));
        }
        if (conflict.outsiders() > 0) {
            options.add(
                    option(Choice.SWAP_OUTSIDERS, "swap", conflict.outsiders(), dates.both() - conflict.outsiders()));
        }
        FileProfile.Readings readings = dates.readings();
        options.add(option(Choice.DAY_FIRST, "day", readings.dayFirstOutside(), readings.dayFirstFuture()));
        options.add(option(Choice.MONTH_FIRST, "month", readings.monthFirstOutside(), readings.monthFirstFuture()));
        options.add(
                option(Choice.SEND_BACK, "back", dates.both(), file.profile().rows() - dates.both()));
        return options;
    }

    private MappingPage.Option option(Choice choice, String key, long first, long second) {
        return new MappingPage.Option(
                choice.toString(),
                words.text("intake.settle." + key, first),
                words.text("intake.settle." + key + ".hint", first, second));
    }

    private List<MappingPage.Example> examples(DateConflict conflict, DateDecision decision, int second) {
        return conflict.dates().readings().examples().stream()
                .map(example -> example(conflict, example, decision, second))
                .toList();
    }

    private MappingPage.Example example(DateConflict conflict, Example example, DateDecision decision, int second) {
        LocalDate usual = conflict.prevailing() ? example.dayFirst() : example.monthFirst();
        LocalDate read = read(conflict, example, decision.choice());
        String both = words.text(
                "intake.conflict.either",
                example.dayFirst().toString(),
                example.monthFirst().toString());
        return new MappingPage.Example(
                example.given(),
                example.others().getOrDefault(second, ""),
                read == null ? both : read.toString(),
                read != null && !read.equals(usual));
    }

    private static @Nullable LocalDate read(DateConflict conflict, Example example, Choice choice) {
        LocalDate usual = conflict.prevailing() ? example.dayFirst() : example.monthFirst();
        LocalDate other = conflict.prevailing() ? example.monthFirst() : example.dayFirst();
        return switch (choice) {
            case DAY_FIRST -> example.dayFirst();
            case MONTH_FIRST -> example.monthFirst();
            case SWAP_OUTSIDERS -> within(conflict, usual) || !within(conflict, other) ? usual : other;
            case OPEN, BY_COLUMN, SEND_BACK -> null;
        };
    }

    private static boolean within(DateConflict conflict, LocalDate day) {
        LocalDate from = conflict.dates().from();
        LocalDate to = conflict.dates().to();
        return from != null && to != null && !day.isBefore(from) && !day.isAfter(to);
    }
}
