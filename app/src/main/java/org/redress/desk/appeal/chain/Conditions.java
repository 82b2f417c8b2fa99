package org.redress.desk.appeal.chain;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.redress.ground.rulebook.Rule;

/**
 * Checks the conditions of an appeal, line by line. It decides nothing: a person accepts or refuses.
 *
 * @param fees how many months after a fee in dispute an appeal is still possible
 * @param other how many years after any other event
 * @param reply how many days the operator has to answer who asks it first
 */
record Conditions(Rule fees, Rule other, Rule reply, UnaryOperator<LocalDate> lastToReply) {

    List<ConditionLine> check(Appeal.Grounds grounds) {
        return List.of(
                line(
                        Condition.IDENTITY,
                        !grounds.appellant().isEmpty() && !grounds.reach().isEmpty()),
                line(
                        Condition.CLAIM,
                        !grounds.claim().isEmpty() && !grounds.matter().isEmpty()),
                askedFirst(grounds),
                recent(grounds),
                line(Condition.NOT_SETTLED, !grounds.settledBefore()),
                line(Condition.NOT_HANDLED, !grounds.handledBefore()),
                line(Condition.NOT_ELSEWHERE, !grounds.elsewhere()));
    }

    private static ConditionLine line(Condition condition, boolean met) {
        return new ConditionLine(condition, met, null, null);
    }

    /** An answer that does not satisfy opens the way at once; silence only once its days are over. */
    private ConditionLine askedFirst(Appeal.Grounds grounds) {
        LocalDate asked = grounds.complainedOn();
        if (asked == null) {
            return line(Condition.ASKED_FIRST, false);
        }
        LocalDate last = lastToReply.apply(asked);
        boolean answered = grounds.firstAnswer() == FirstAnswer.UNSATISFACTORY;
        return new ConditionLine(
                Condition.ASKED_FIRST, answered || last.isBefore(grounds.receivedOn()), reply, answered ? null : last);
    }

    private ConditionLine recent(Appeal.Grounds grounds) {
        boolean money = grounds.dispute() == Dispute.FEES;
        LocalDate last = money
                ? grounds.occurredOn().plusMonths(fees.amount().intValueExact())
                : grounds.occurredOn().plusYears(other.amount().intValueExact());
        return new ConditionLine(Condition.RECENT, !grounds.receivedOn().isAfter(last), money ? fees : other, last);
    }
}
