package org.redress.platform.web;

import java.time.Instant;

/** What came of keeping a draft. */
public sealed interface DraftKept {

    /** It is kept. */
    record Kept(Instant at) implements DraftKept {}

    /** Another window has gone on with it since: nothing of theirs was written over. */
    record Elsewhere(Instant at) implements DraftKept {}

    /** Nothing stands in the form any more, and nothing is kept. */
    record Empty() implements DraftKept {}

    /** The form has been sent or its draft discarded: what comes after that is no draft. */
    record Sent() implements DraftKept {}
}
