package org.redress.improve.insight;

import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/**
 * A cause of failures, at its place in the tree.
 *
 * @param code unique in the bureau and never changed, e.g. {@code line.drop}
 * @param depth 0 for a group
 * @param active false once retired: no longer offered, still counted
 */
public record Cause(
        CauseId id,
        @Nullable CauseId parent,
        String code,
        String nameZh,
        String nameEn,
        int depth,
        boolean active,
        int version) {

    public String name(Words words) {
        return words.chinese() ? nameZh : nameEn;
    }
}
