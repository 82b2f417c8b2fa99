package org.redress.improve.insight.effect;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.recovery.Lineage;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Whether putting failures right works, from figures that were reckoned before: no page reads the facts. */
@Component
public class RecoveryEffects {

    /** What the rights are about. */
    public static final String KIND = "effect";

    static final String MINIMUM = "effect.minimum";
    static final String LEAGUE_MINIMUM = "remedy.league.minimum";

    static final List<Integer> HORIZONS = List.of(30, 90, 180);
    private static final int HALF_A_YEAR = 180;
    private static final String NONE = "NONE";
    /** The question for the service as a whole. */
    static final String SERVICE = "SERVICE";

    static final List<String> GROUPS = List.of("FIRST", "AGAIN", NONE);

    private final FigureRows rows;
    private final FailureTypes types;
    private final Bureaus bureaus;
    private final Rulebook rulebook;
    private final Clock clock;

    RecoveryEffects(FigureRows rows, FailureTypes types, Bureaus bureaus, Rulebook rulebook, Clock clock) {
        this.rows = rows;
        this.types = types;
        this.bureaus = bureaus;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** Everything that can be said; what is of too few is said to be so. */
    public EffectPage page(Actor actor) {
        actor.require(Action.READ, KIND);
        Figures figures = rows.read(actor.bureau());
        int minimum = minimum(actor, MINIMUM);
        return new EffectPage(
                reckonedAt(actor),
                since(actor),
                minimum,
                retention(figures),
                satisfaction(figures, minimum),
                said(figures, minimum),
                before(figures, minimum),
                value(actor, figures, minimum),
                actor.may(Action.EXPORT, KIND),
                actor.zone());
    }

    /** Remedies per type of failure; of which something can be said first, the best of them first. */
    public List<LeagueLine> league(Actor actor) {
        actor.require(Action.READ, KIND);
        int minimum = leagueMinimum(actor);
        CurrencyUnit currency = currency(actor);
        Lineage.Comparison types = types(actor);
        Map<LeagueRow.Key, LeagueRow> league = new HashMap<>();
        rows.league(actor.bureau())
                .forEach((key, row) ->
                        league.merge(new LeagueRow.Key(types.of(key.type()), key.kind()), row, LeagueRow::plus));
        return league.entrySet().stream()
                .map(one -> line(one.getKey(), one.getValue(), currency, minimum))
                .sorted(Comparator.comparing(LeagueLine::type)
                        .thenComparing(
                                line -> line.stayed() == null
                                        ? -1
                                        : line.stayed().value(),
                                Comparator.reverseOrder())
                        .thenComparing(
                                line -> line.satisfaction() == null
                                        ? -1
                                        : line.satisfaction().value(),
                                Comparator.reverseOrder())
                        .thenComparing(LeagueLine::used, Comparator.reverseOrder())
                        .thenComparing(LeagueLine::kind))
                .toList();
    }

    /** The codes under which what stands on a line of the league was kept: a type that was renamed or merged has several. */
    List<String> codes(Actor actor, String type, String kind) {
        actor.require(Action.READ, KIND);
        Lineage.Comparison types = types(actor);
        return rows.league(actor.bureau()).keySet().stream()
                .filter(key -> key.kind().equals(kind) && types.of(key.type()).equals(type))
                .map(LeagueRow.Key::type)
                .toList();
    }

    int leagueMinimum(Actor actor) {
        return minimum(actor, LEAGUE_MINIMUM);
    }

    @Nullable
    Instant reckonedAt(Actor actor) {
        return rows.reckoned(actor.bureau()).map(FigureRows.Reckoned::at).orElse(null);
    }

    /** The first day of the failures that figures in place are of. */
    LocalDate since(Actor actor) {
        return Reckoner.first(rows.day(actor.bureau(), actor.zone(), clock.instant()));
    }

    /** Of when the figures are, in words. */
    String asOf(Actor actor, Words words) {
        Instant at = reckonedAt(actor);
        return at == null
                ? words.text("recovery.effect.never")
                : words.text("recovery.effect.lead", words.date(since(actor)), words.dateTime(at, actor.zone()));
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    private static LeagueLine line(LeagueRow.Key key, LeagueRow row, CurrencyUnit currency, int minimum) {
        Score marks = row.marks();
        return new LeagueLine(
                key.type(),
                key.kind(),
                row.used(),
                Money.of(currency, row.cost(), java.math.RoundingMode.HALF_EVEN),
                marks.n(),
                marks.n() < Math.max(2, minimum) ? null : Mean.of(marks.n(), marks.sum(), marks.squares()),
                row.n(),
                row.n() < Math.max(1, minimum) ? null : Share.of(row.n(), row.stayed()));
    }

    private static List<Retention> retention(Figures figures) {
        List<Retention> lines = new ArrayList<>();
        for (Side side : Side.values()) {
            for (int days : HORIZONS) {
                Matched matched = Matched.of(strata(figures, side.name(), days), figures.people(side.name(), days));
                long cases = cases(figures, side, days);
                lines.add(new Retention(side, days, cases, matched));
            }
        }
        return lines;
    }

    private static long cases(Figures figures, Side side, int days) {
        return figures.cells().entrySet().stream()
                .filter(one ->
                        one.getKey().side().equals(side.name()) && one.getKey().days() == days)
                .mapToLong(one -> one.getValue().n())
                .sum();
    }

    /** Cases of a side with customers without a failure who are like them; a start that is not known is like nobody's. */
    private static List<Matched.Stratum> strata(Figures figures, String side, int days) {
        Map<Cell, Count> ours = new HashMap<>();
        Map<Cell, Count> theirs = new HashMap<>();
        figures.cells().forEach((cell, count) -> {
            if (cell.days() == days && cell.side().equals(side)) {
                ours.merge(cell, count, Count::plus);
            } else if (cell.days() == days && cell.side().equals(NONE) && cell.tenure() > 0) {
                theirs.merge(cell.of(side), count, Count::plus);
            }
        });
        return ours.entrySet().stream()
                .map(one -> {
                    Count like = theirs.getOrDefault(one.getKey(), Count.NONE);
                    return new Matched.Stratum(
                            one.getValue().n(), one.getValue().stayed(), like.n(), like.stayed());
                })
                .toList();
    }

    private static List<Satisfaction> satisfaction(Figures figures, int minimum) {
        return GROUPS.stream()
                .map(group -> {
                    Score score = score(figures, group, SERVICE);
                    return new Satisfaction(
                            group,
                            score.n(),
                            score.n() < Math.max(2, minimum) ? null : Mean.of(score.n(), score.sum(), score.squares()));
                })
                .toList();
    }

    private static List<Said> said(Figures figures, int minimum) {
        return Said.QUESTIONS.stream()
                .map(question -> new Said(
                        question,
                        GROUPS.stream()
                                .map(group -> Said.Answers.of(question, score(figures, group, question), minimum))
                                .toList()))
                .toList();
    }

    private static @Nullable BeforeAfter before(Figures figures, int minimum) {
        Score upset = score(figures, "FIRST", "UPSET_BEFORE").plus(score(figures, "AGAIN", "UPSET_BEFORE"));
        Score bad = score(figures, "FIRST", "BAD_AFTER").plus(score(figures, "AGAIN", "BAD_AFTER"));
        return Math.min(upset.n(), bad.n()) < Math.max(1, minimum)
                ? null
                : new BeforeAfter(bad.n(), Share.of(upset.n(), upset.sum()), Share.of(bad.n(), bad.sum()));
    }

    private @Nullable KeptValue value(Actor actor, Figures figures, int minimum) {
        People people = new People(
                figures.people(Side.GIVEN.name(), HALF_A_YEAR).cases(),
                figures.people(Side.NOTHING.name(), HALF_A_YEAR).cases());
        Lineage.Comparison types = types(actor);
        Map<Kept.Key, Kept> kept = new HashMap<>();
        figures.kept().forEach((key, one) -> kept.merge(key.ofType(types.of(key.type())), one, Kept::plus));
        return KeptValue.of(currency(actor), kept, people, minimum);
    }

    /** A type that was renamed, merged or split meanwhile is counted so that all these months can be compared. */
    private Lineage.Comparison types(Actor actor) {
        return types.taxonomy(actor.bureau())
                .lineage()
                .since(since(actor).atStartOfDay(actor.zone()).toInstant());
    }

    private static Score score(Figures figures, String side, String measure) {
        return figures.scores().getOrDefault(new Figures.ScoreKey(side, measure), Score.NONE);
    }

    private CurrencyUnit currency(Actor actor) {
        return CurrencyUnit.of(bureaus.get(actor.bureau()).currency());
    }

    private int minimum(Actor actor, String code) {
        return rulebook.count(actor.bureau(), code, today(actor));
    }
}
