package org.redress.platform.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One sentence after an action, already in the reader's language.
 *
 * @param state {@code done}, {@code due} or {@code late}: the colour and the mark
 * @param undo path to POST to for taking it back, with its form key, or null
 */
public record Notice(String state, String text, @Nullable String undo) implements Serializable {

    public static Notice done(String text) {
        return new Notice("done", text, null);
    }

    public static Notice undoable(String text, String undo) {
        return new Notice("done", text, undo);
    }

    public static Notice refused(String text) {
        return new Notice("late", text, null);
    }
}
