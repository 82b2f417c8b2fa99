package org.redress.desk.dispute;

/** What came of wanting to post. */
public sealed interface Posted {

    /** It stands in the ledger; the same key comes to the same posting. */
    record Done(PostingId posting) implements Posted {}

    /** Nothing was posted. */
    record Refused(Reason reason) implements Posted {}

    /** Why not. */
    enum Reason {
        /** There is no such item or posting. */
        ABSENT,
        /** The key stands for another posting. */
        KEY,
        /** The sum is in another currency. */
        CURRENCY,
        /** The sum is not more than nothing, or more than is left of the item. */
        SUM,
        /** Something of the item is held already. */
        HELD,
        /** The item is adjusted already. */
        ADJUSTED,
        /** That posting is reversed already. */
        REVERSED,
        /** That posting is a reversal itself. */
        REVERSAL
    }
}
