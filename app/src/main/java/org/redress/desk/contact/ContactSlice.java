package org.redress.desk.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, the latest first.
 *
 * @param next cursor of the page after this one, or null at the end
 * @param back cursor of the page before this one, or null at the beginning
 */
public record ContactSlice(
        List<ContactLine> lines,
        @Nullable String next,
        @Nullable String back) {}
