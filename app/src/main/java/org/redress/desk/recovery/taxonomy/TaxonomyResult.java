package org.redress.desk.recovery.taxonomy;

/** What a wish to change the taxonomy came to. */
public sealed interface TaxonomyResult {

    /** Done; this is the version now. */
    record Done(int version) implements TaxonomyResult {}

    /** Somebody else has changed the taxonomy since this person looked. */
    record Stale(int version) implements TaxonomyResult {}
}
