package org.redress.desk.outlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rule;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.redress.platform.web.SheetFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The board as a file: a row for each promise and month. */
@Controller
class PromiseFiles {

    private static final int PAGE = 20;

    private final Promises promises;
    private final PromiseFigures figures;

    PromiseFiles(Promises promises, PromiseFigures figures) {
        this.promises = promises;
        this.figures = figures;
    }

    @GetMapping("/commitments.csv")
    void file(Actor actor, Words words, HttpServletResponse response) throws IOException {
        actor.require(Action.EXPORT, Promises.KIND);
        List<PromiseStanding> all = all(actor);
        try (Sheet sheet = SheetFile.open(response, Sheet.Format.CSV, words.text("promise.title"))) {
            sheet.heading(List.of(
                    words.text("promise.col.code"),
                    words.text("promise.col.promise"),
                    words.text("promise.col.limit"),
                    words.text("promise.col.month"),
                    words.text("promise.col.due"),
                    words.text("promise.col.kept"),
                    words.text("promise.col.late"),
                    words.text("promise.col.share"),
                    words.text("promise.col.target"),
                    words.text("promise.col.verdict")));
            all.forEach(one -> one.months().forEach(month -> sheet.row(row(words, one, month))));
        }
    }

    private List<PromiseStanding> all(Actor actor) {
        List<PromiseStanding> all = new ArrayList<>();
        String after = "";
        List<Promise> some;
        do {
            some = promises.list(actor, false, after, PAGE);
            all.addAll(figures.of(actor, some));
            after = some.isEmpty() ? after : some.getLast().code();
        } while (some.size() == PAGE);
        return all;
    }

    private static List<Object> row(Words words, PromiseStanding one, PromiseMonth month) {
        Rule rule = one.rule();
        return List.of(
                one.promise().code(),
                one.promise().shown(month.figures().month()).title(words),
                rule == null ? "" : rule.value(words),
                month.figures().month().toString(),
                month.figures().due(),
                month.figures().kept(),
                month.figures().late(),
                month.enough() ? month.share(words) : "",
                month.target() == null ? "" : words.text("promise.percent", month.target()),
                words.text("promise.verdict." + month.verdict()));
    }
}
