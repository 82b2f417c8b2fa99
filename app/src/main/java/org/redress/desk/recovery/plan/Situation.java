package org.redress.desk.recovery.plan;

import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Mood;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.FailureKind;

/**
 * What a plan has to fit.
 *
 * @param failure outcome or process; where nobody has decided it, what its type suggests
 * @param attribution null where nobody has judged it
 * @param repeated whether the same failure has happened to this customer not long ago
 * @param mood at their last contact
 * @param asked whether the customer was asked what would put it right
 */
record Situation(
        FailureKind failure,
        @Nullable Attribution attribution,
        Family family,
        boolean repeated,
        Mood mood,
        boolean asked) {

    /** Ours, or not judged yet: a customer is not made to wait for the judgement. */
    boolean ours() {
        return attribution == null || attribution == Attribution.PROVIDER;
    }

    boolean customersDoing() {
        return attribution == Attribution.CUSTOMER;
    }

    boolean process() {
        return failure == FailureKind.PROCESS;
    }
}
