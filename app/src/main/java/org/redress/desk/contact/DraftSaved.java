package org.redress.desk.contact;

import java.time.Instant;

/** What came of saving a draft. */
public sealed interface DraftSaved {

    /** It is kept. */
    record Kept(int version, Instant at) implements DraftSaved {}

    /** Another window has gone on with it meanwhile: nothing of theirs was written over. */
    record Elsewhere(Instant at) implements DraftSaved {}

    /** It is a contact already. */
    record Recorded() implements DraftSaved {}
}
