package org.redress.desk.recovery;

import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Whether a sum fits its remedy: money where the kind has money, in the bureau's currency, above 0, under the ceiling. */
@Component
class SumWithinBoundsPolicy {

    /** The rulebook's ceiling for a single remedy, in yuan. */
    static final String CEILING = "remedy.ceiling";

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    private final Bureaus bureaus;
    private final Rulebook rulebook;

    SumWithinBoundsPolicy(Bureaus bureaus, Rulebook rulebook) {
        this.bureaus = bureaus;
        this.rulebook = rulebook;
    }

    CurrencyUnit currency(Actor actor) {
        return CurrencyUnit.of(bureaus.get(actor.bureau()).currency());
    }

    void check(Actor actor, RemedyKind kind, @Nullable Money sum, LocalDate today) {
        if (sum == null) {
            if (kind.sum() == RemedyKind.Sum.REQUIRED) {
                throw Problem.invalid("remedy.sum.missing", SumTyped.FIELD);
            }
            return;
        }
        checkKind(kind);
        CurrencyUnit currency = currency(actor);
        if (!sum.getCurrencyUnit().equals(currency)) {
            throw Problem.invalid("remedy.sum.currency", SumTyped.FIELD, currency.getCode());
        }
        checkPositive(sum);
        ceiling(actor, currency, today, sum);
    }

    /** For what a law owes, which no policy of the house bounds. */
    void checkOwed(RemedyKind kind, Money sum) {
        checkKind(kind);
        checkPositive(sum);
    }

    private static void checkKind(RemedyKind kind) {
        if (kind.sum() == RemedyKind.Sum.NONE) {
            throw Problem.invalid("remedy.sum.unwanted", SumTyped.FIELD);
        }
    }

    private static void checkPositive(Money sum) {
        if (!sum.isPositive()) {
            throw Problem.invalid("remedy.sum.notpositive", SumTyped.FIELD);
        }
    }

    private void ceiling(Actor actor, CurrencyUnit currency, LocalDate today, Money sum) {
        if (!currency.equals(YUAN)) {
            return;
        }
        rulebook.find(actor.bureau(), CEILING, today)
                .map(rule -> Money.of(YUAN, rule.amount()))
                .filter(sum::isGreaterThan)
                .ifPresent(most -> {
                    throw Problem.invalid("remedy.sum.ceiling", SumTyped.FIELD, most.getAmount());
                });
    }
}
