package org.redress.desk.recovery.pattern.page;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.pattern.Pattern;

/**
 * Patterns, the latest first.
 *
 * @param open whether those that nobody has looked at are shown, else the others
 * @param next path of the page after this one, or null
 */
public record PatternListPage(
        List<Pattern> rows, boolean open, @Nullable String next, ZoneId zone) {}
