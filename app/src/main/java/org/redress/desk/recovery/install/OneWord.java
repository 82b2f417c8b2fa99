package org.redress.desk.recovery.install;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.desk.recovery.authority.AuthorityLimits;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/**
 * How much one person's word may bring: what they may give in one case, and not more than is left of what they may give in a day
 * and to a customer in a year, after the damages of other installations.
 */
@Component
class OneWord {

    private final WordRows rows;
    private final LateInstalls late;
    private final AuthorityLimits limits;
    private final Compensations ledger;
    private final Clock clock;

    OneWord(WordRows rows, LateInstalls late, AuthorityLimits limits, Compensations ledger, Clock clock) {
        this.rows = rows;
        this.late = late;
        this.limits = limits;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Up to which damages of an installation it is enough: what was said before, else what is left. Nobody else in the bureau says
     * anything that counts against the same until the running transaction ends.
     */
    Money enough(Actor actor, Install before) {
        Optional<Install> said = rows.last(actor.bureau(), before);
        if (said.isPresent()) {
            return late.reckon(actor, said.get(), said.get().doneOn()).sum();
        }
        CurrencyUnit counted = before.fees().getCurrencyUnit();
        if (!AuthorityLimits.countsIn(counted)) {
            return Money.zero(counted);
        }
        ledger.hold(actor);
        LocalDate today = today(actor);
        return limits.left(
                actor, today, rows.inYear(actor, before, today.getYear()), rows.aloneOn(actor, before, today));
    }

    /**
     * Notes by whose word an installation comes to a sum; a sum that is no larger than before is still by the word of whoever
     * brought it so far.
     */
    void note(Actor actor, InstallId id, Money sum, boolean alone) {
        rows.note(actor, id, sum, alone, today(actor));
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
