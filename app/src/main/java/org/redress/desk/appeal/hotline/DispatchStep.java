package org.redress.desk.appeal.hotline;

import java.util.Set;

/** What happens to a dispatch. Text by key {@code dispatch.step.NAME}. */
public enum DispatchStep {
    SIGN(DispatchState.SIGNED, DispatchState.DISPATCHED),
    ANSWER(DispatchState.ANSWERED, DispatchState.SIGNED, DispatchState.REDO),
    /** The city asked, and the customer is satisfied. */
    CONTENT(DispatchState.CLOSED, DispatchState.ANSWERED),
    /** The city could not reach the customer. */
    UNREACHED(DispatchState.CLOSED, DispatchState.ANSWERED),
    /** The customer is not satisfied: once it is done again. */
    SEND_BACK(DispatchState.REDO, DispatchState.ANSWERED),
    /** Not satisfied with what was done again either. */
    GIVE_UP(DispatchState.CLOSED, DispatchState.ANSWERED);

    private final DispatchState to;
    private final Set<DispatchState> from;

    DispatchStep(DispatchState to, DispatchState... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    DispatchState to() {
        return to;
    }

    Set<DispatchState> from() {
        return from;
    }

    /** Key of what somebody does for it to happen: all that the city may hear is its return visit. */
    String does() {
        return switch (this) {
            case SIGN -> "dispatch.do.sign";
            case ANSWER -> "dispatch.answer.title";
            case CONTENT, UNREACHED, SEND_BACK, GIVE_UP -> "dispatch.visit.title";
        };
    }
}
