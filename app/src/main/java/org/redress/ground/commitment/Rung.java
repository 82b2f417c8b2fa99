package org.redress.ground.commitment;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Posts;
import org.redress.platform.text.Words;

/** A step of the ladder up which a matter goes whose limit was not kept. Text by key {@code escalation.rung.NAME}. */
public enum Rung {
    NONE(null),
    /** The time runs out; nothing is late yet. */
    WARNED(null),
    /** Late: whoever answers for the matter. */
    PERSON(null),
    HEAD(Posts.HEAD),
    DIRECTOR(Posts.DIRECTOR),
    GENERAL_MANAGER(Posts.GENERAL_MANAGER);

    private final @Nullable String post;

    Rung(@Nullable String post) {
        this.post = post;
    }

    /** The post that is told, or null where it is the person who answers for the matter. */
    @Nullable
    String post() {
        return post;
    }

    /** Several of them in words. */
    static String text(List<Rung> rungs, Words words) {
        return rungs.stream()
                .map(rung -> words.text("escalation.rung." + rung.name()))
                .collect(Collectors.joining(words.text("escalation.and")));
    }

    /** @param late since when the clock is late, or null */
    Rung above(@Nullable Instant late) {
        return switch (this) {
            case NONE -> late == null ? WARNED : PERSON;
            case WARNED -> PERSON;
            case PERSON -> HEAD;
            case HEAD -> DIRECTOR;
            case DIRECTOR, GENERAL_MANAGER -> GENERAL_MANAGER;
        };
    }
}
