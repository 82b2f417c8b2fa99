package org.redress.ground.identity;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redress.platform.web.Problem;

/**
 * Who acts, for which bureau, and what this person may do: the first parameter of every façade method. Nothing is
 * allowed that no grant allows.
 *
 * @param staff the person; the bureau's own {@link Staff#COMMAND} when the command line or a job acts
 * @param number the staff number people quote, e.g. {@code 2107}
 * @param post code of the post, text by key {@code post.CODE}
 * @param zone where the bureau's days begin and end
 * @param region ISO 3166 region by which telephone numbers are read
 * @param jurisdiction by which rules are looked up
 */
public record Actor(
        BureauId bureau,
        StaffId staff,
        String name,
        String number,
        UnitId unit,
        String post,
        List<Grant> grants,
        Locale language,
        ZoneId zone,
        String region,
        String jurisdiction) {

    /** The same person, answered in another language. */
    public Actor speaking(Locale other) {
        return new Actor(bureau, staff, name, number, unit, post, grants, other, zone, region, jurisdiction);
    }

    /** The widest scope in which this person may do it, or empty. */
    public Optional<Scope> scope(Action action, String kind) {
        return grants.stream()
                .filter(g -> g.covers(action, kind))
                .map(Grant::scope)
                .max(Scope::compareTo);
    }

    public boolean may(Action action, String kind) {
        return scope(action, kind).isPresent();
    }

    /** The scope in which this person may do it; a 403 problem where no grant allows it. */
    public Scope require(Action action, String kind) {
        return scope(action, kind).orElseThrow(() -> Problem.forbidden("access.denied"));
    }
}
