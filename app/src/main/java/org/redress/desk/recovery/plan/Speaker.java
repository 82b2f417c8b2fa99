package org.redress.desk.recovery.plan;

import org.redress.ground.identity.Posts;

/**
 * Who has to say a word for it to weigh what it should: the seniority of whoever answers matters (S8.6). Text by key {@code
 * plan.speaker.NAME}.
 */
public enum Speaker {
    ANYBODY,
    /** Somebody who leads. */
    HEAD,
    /** Somebody who leads a department or all. */
    DIRECTOR;

    /** Whether a word of somebody in this post is enough. */
    boolean covers(String post) {
        return switch (this) {
            case ANYBODY -> true;
            case HEAD -> Posts.leads(post);
            case DIRECTOR -> post.equals(Posts.DIRECTOR) || post.equals(Posts.GENERAL_MANAGER);
        };
    }
}
