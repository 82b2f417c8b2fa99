package org.redress.improve.quality.review;

import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.improve.quality.review.ReviewPack.Figures;
import org.redress.improve.quality.review.ReviewPage.Line;
import org.redress.platform.text.Words;

/** The figures of a pack in words, the same on the page and on paper. */
final class FigureLines {

    private FigureLines() {}

    static List<Line> of(ReviewPack pack, Words words) {
        return List.of(
                line(pack, words.text("review.figure.received"), one -> words.number(one.received())),
                line(pack, words.text("review.figure.closed"), one -> words.number(one.closed())),
                line(pack, words.text("review.figure.intime"), one -> share(words, one.inTime(), one.answered())),
                line(pack, words.text("review.figure.upheld"), one -> share(words, one.upheld(), one.judged())),
                line(pack, words.text("review.figure.reopened"), one -> words.number(one.reopened())),
                line(pack, words.text("review.figure.remedies"), one -> money(words, one)),
                line(
                        pack,
                        words.text("review.figure.cards"),
                        one -> words.text("review.figure.cards.of", one.notices(), one.yellows(), one.reds())));
    }

    private static Line line(ReviewPack pack, String name, Function<Figures, String> value) {
        return new Line(name, value.apply(pack.week()), value.apply(pack.before()));
    }

    private static String share(Words words, long part, long all) {
        return all == 0
                ? words.text("review.figure.none")
                : words.text("review.figure.share", words.percent((double) part / all), part, all);
    }

    private static String money(Words words, Figures one) {
        String sum = words.money(Money.of(CurrencyUnit.of(one.currency()), one.remedies()));
        return one.capped() ? words.text("review.figure.atleast", sum) : sum;
    }
}
