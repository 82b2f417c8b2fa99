package org.redress.improve.quality.hot;

/** What came of saying something to a hot matter. */
public sealed interface HotResult {

    record Done(HotMatter matter) implements HotResult {}

    /** It has cooled, or somebody else was faster: as it stands now. */
    record Refused(HotMatter now) implements HotResult {}
}
