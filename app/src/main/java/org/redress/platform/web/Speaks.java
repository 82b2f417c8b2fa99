package org.redress.platform.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A principal that has a language of its own; used where neither the address nor a cookie says which. */
public interface Speaks {

    /** The language that this person chose, or null to follow the browser. */
    @Nullable
    Locale language();
}
