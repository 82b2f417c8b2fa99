package org.redress.desk.ticket.workplace;

import java.util.Locale;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.TicketState;

/**
 * What a person can do with a ticket; each is one form. Texts by key {@code ticket.act.NAME} and, as advice, {@code
 * ticket.next.NAME}.
 */
public enum Act {
    TAKE,
    RESUME,
    CLASSIFY,
    START,
    ANSWER,
    SETTLE,
    /** Upheld, partly or not. */
    FIND,
    /** Whether the customer is content. */
    CONSENT,
    RESOLVE,
    /** Something that another module wants before closing. */
    COMPLETE,
    CLOSE,
    HOLD,
    REOPEN,
    ASSIGN,
    REJECT,
    CANCEL;

    /** The last part of the address that its form is sent to, and the form's name. */
    public String form() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it asks for nothing more than the click. */
    public boolean simple() {
        return switch (this) {
            case TAKE, RESUME, START, RESOLVE -> true;
            default -> false;
        };
    }

    /** Whether the state allows it; the steps of the state machine say so themselves. */
    boolean legal(TicketState state) {
        return switch (this) {
            case START -> Step.START.from().contains(state);
            case RESUME -> Step.RESUME.from().contains(state);
            case RESOLVE -> Step.RESOLVE.from().contains(state);
            case CLOSE -> Step.CLOSE.from().contains(state);
            case HOLD -> Step.HOLD.from().contains(state);
            case REOPEN -> Step.REOPEN.from().contains(state);
            case REJECT -> Step.REJECT.from().contains(state);
            case CANCEL -> Step.CANCEL.from().contains(state);
            case TAKE, CLASSIFY, ANSWER, SETTLE, FIND, CONSENT, COMPLETE, ASSIGN -> state.open();
        };
    }
}
