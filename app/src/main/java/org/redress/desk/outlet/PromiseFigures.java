package org.redress.desk.outlet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.redress.ground.commitment.Attainment;
import org.redress.ground.commitment.Attainments;
import org.redress.ground.commitment.Measure;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** Reckons how far promises are kept. Figures belong to the promise: who may see it sees them, whatever they are drawn from. */
@Component
class PromiseFigures {

    private final Attainments attainments;
    private final Rulebook rulebook;
    private final Bureaus bureaus;
    private final Clock clock;
    private final KeptFigures kept;

    PromiseFigures(Attainments attainments, Rulebook rulebook, Bureaus bureaus, Clock clock) {
        this.attainments = attainments;
        this.rulebook = rulebook;
        this.bureaus = bureaus;
        this.clock = clock;
        this.kept = new KeptFigures((bureau, measure) -> attainments.year(product(bureau), measure), clock);
    }

    /** Reckoned now: as long as the lists behind them. */
    List<PromiseStanding> of(Actor actor, List<Promise> promises) {
        Actor product = product(actor.bureau());
        return standing(product, promises, measure -> attainments.year(product, measure));
    }

    /** For boards that many look at: those of a minute ago at most. */
    List<PromiseStanding> kept(Actor actor, List<Promise> promises) {
        return standing(product(actor.bureau()), promises, measure -> kept.of(actor.bureau(), measure));
    }

    private Actor product(BureauId bureau) {
        return bureaus.command(bureaus.get(bureau));
    }

    private List<PromiseStanding> standing(
            Actor product, List<Promise> promises, Function<Measure, List<Attainment>> year) {
        int minimum = minimum(product);
        return promises.stream()
                .map(one -> of(product, one, minimum, year.apply(one.measure())))
                .toList();
    }

    private PromiseStanding of(Actor product, Promise promise, int minimum, List<Attainment> year) {
        List<PromiseMonth> months = year.stream()
                .map(figures -> PromiseMonth.of(figures, promise.judging(figures.month()), minimum))
                .toList();
        return new PromiseStanding(
                promise,
                rulebook.find(product.bureau(), promise.measure().rule(), today(product))
                        .orElse(null),
                months,
                AttainmentLine.of(months));
    }

    /** Fewer limits than this in a month say nothing about a share. */
    int minimum(Actor actor) {
        return rulebook.count(actor.bureau(), "promise.minimum", today(actor));
    }

    LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
