package org.redress.desk.recovery.duplicate;

import java.util.List;

/**
 * What the customer has had before for what may be the same failure.
 *
 * @param given through the ledger, the surest first and what a law owes last
 * @param disputes bills that were put right: not owed is not given, so they warn and want a reason, but stand in the way of
 *     nothing and count in no limit
 */
public record EarlierCases(List<Earlier> given, List<EarlierDispute> disputes) {

    public static final EarlierCases NONE = new EarlierCases(List.of(), List.of());

    public EarlierCases {
        given = List.copyOf(given);
        disputes = List.copyOf(disputes);
    }

    public boolean none() {
        return given.isEmpty() && disputes.isEmpty();
    }

    /** What was given by choice, the surest first. */
    public List<Earlier> byChoice() {
        return given.stream().filter(one -> !one.owed()).toList();
    }

    /** What a law owes for it, which anything may be given beside. */
    public List<Earlier> owed() {
        return given.stream().filter(Earlier::owed).toList();
    }

    /** Whether it is compensated by choice already for certain, so that nothing more may be given for money. */
    public boolean twice() {
        return byChoice().stream().anyMatch(one -> one.likeness().same());
    }

    /** Whether somebody else has to say yes to whatever is given beside it. */
    public boolean doubtful() {
        return byChoice().stream().anyMatch(one -> one.likeness().doubtful());
    }

    /** Whether a reason is wanted for giving beside it. */
    public boolean warns() {
        return !disputes.isEmpty() || !byChoice().isEmpty();
    }
}
