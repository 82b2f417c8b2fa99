package org.redress.ground.rulebook;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Choice;

/**
 * One rule with every value that it has had.
 *
 * @param lead the version that speaks for it: the one in force, or the latest
 * @param manages whether the reader may confirm and revise
 * @param behind how many clocks run by another limit than the one in force
 * @param applies whether the reader may lay that over them
 * @param scopes the jurisdictions that have a value of their own
 * @param typed what came back from the form of a new value
 */
public record RulePage(
        Rule lead,
        ZoneId zone,
        boolean manages,
        long behind,
        boolean applies,
        List<Version> versions,
        List<Choice> scopes,
        Typed typed) {

    /**
     * @param confirmedBy name of who confirmed it, or null
     * @param signable whether this reader could confirm it, having the right
     */
    public record Version(
            Rule rule, Standing standing, @Nullable String confirmedBy, boolean signable) {}

    /** Where a version stands today. */
    public enum Standing {
        NOW,
        LATER,
        /** For somebody other than its author to confirm it. */
        WAITS,
        PAST
    }

    /**
     * What somebody typed, as they typed it.
     *
     * @param field the field that was refused, or null
     * @param error why
     */
    public record Typed(
            String scope,
            String amount,
            String from,
            String source,
            @Nullable String field,
            @Nullable String error) {

        static final Typed NOTHING = new Typed("", "", "", "", null, null);

        Typed refused(@Nullable String at, String why) {
            return new Typed(scope, amount, from, source, at, why);
        }

        public @Nullable String error(String name) {
            return name.equals(field) ? error : null;
        }
    }
}
