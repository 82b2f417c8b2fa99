package org.redress.ground.attachment;

import java.util.UUID;
import org.redress.ground.identity.Actor;

/** Implemented by whoever owns a kind of thing with which files are kept: who may see and add them, and where it is found. */
public interface Attachable {

    /** The kind of its things, e.g. {@code ticket}. */
    String kind();

    /** Passes where this person may see the thing with its files; else a 403 or 404 problem. */
    void requireRead(Actor actor, UUID subject);

    /** Passes where this person may add a file to it now; else a 403, 404 or 409 problem. */
    void requireAdd(Actor actor, UUID subject);

    /** The path of its page. */
    String path(UUID subject);
}
