package org.redress.desk.ticket;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.ground.identity.Actor;

/** The failure types that a bureau has. Contributed as a bean by the module that owns the taxonomy. */
public interface FailureVocabulary {

    /** Groups in order, each with its types in order; texts by {@code failure.group.CODE} and {@code failure.type.CODE}. */
    List<Group> groups(Actor actor);

    boolean exists(Actor actor, String type);

    /** The type that another system calls by this name, in Chinese or English; empty where none is meant for sure. */
    Optional<String> named(Actor actor, String label);

    /** The codes under which tickets stand that are counted as this type today: itself, and what has wholly gone into it. */
    default Set<String> counted(Actor actor, String type) {
        return Set.of(type);
    }

    /** Types that belong together. */
    record Group(String code, List<String> types) {}
}
