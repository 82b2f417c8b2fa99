package org.redress.improve.insight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lists of preventive actions. Text by key {@code prevention.show.NAME}. */
enum PreventionShow {
    OPEN(true, null),
    LATE(false, null),
    WEEK(false, null),
    TODAY(false, null),
    SEEN(true, Verdict.EFFECT_SEEN),
    NONE(true, Verdict.NO_EFFECT),
    WORSE(false, Verdict.WORSE),
    FEW(false, Verdict.TOO_FEW),
    ALL(true, null);

    private final boolean tab;
    private final @Nullable Verdict verdict;

    PreventionShow(boolean tab, @Nullable Verdict verdict) {
        this.tab = tab;
        this.verdict = verdict;
    }

    /** Whether it stands among the tabs; the others are reached from the ring. */
    boolean tab() {
        return tab;
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PreventionShow ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElse(OPEN);
    }

    PreventionFilter filter(LocalDate today, ZoneId zone) {
        return switch (this) {
            case OPEN -> PreventionFilter.OPEN;
            case LATE -> new PreventionFilter(PreventionFilter.OPEN.states(), null, today, null);
            case WEEK -> new PreventionFilter(PreventionFilter.OPEN.states(), today, today.plusDays(7), null);
            case TODAY ->
                new PreventionFilter(
                        PreventionFilter.ALL.states(),
                        null,
                        null,
                        today.atStartOfDay(zone).toInstant());
            case SEEN, NONE, WORSE, FEW, ALL -> PreventionFilter.ALL;
        };
    }
}
