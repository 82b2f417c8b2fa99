package org.redress.desk.outlet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.redress.ground.commitment.Attainments;
import org.redress.ground.identity.Actor;
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

    PromiseFigures(Attainments attainments, Rulebook rulebook, Bureaus bureaus, Clock clock) {
        this.attainments = attainments;
        this.rulebook = rulebook;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    List<PromiseStanding> of(Actor actor, List<Promise> promises) {
        Actor product = bureaus.command(bureaus.get(actor.bureau()));
        int minimum = minimum(product);
        return promises.stream().map(one -> of(product, one, minimum)).toList();
    }

    private PromiseStanding of(Actor product, Promise promise, int minimum) {
        List<PromiseMonth> months = attainments.year(product, promise.measure()).stream()
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
