package org.redress.improve.quality.card;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * A notice, yellow or red card.
 *
 * @param number people say {@code C-031}
 * @param unit the unit that it is for, or that of the person
 * @param staff the person that it is for, or null where it is for the unit
 * @param proposed how grave it was proposed
 * @param severity how grave it is now
 * @param grounds why, and how the severity came about
 * @param decided null before the decision
 * @param yellows the two yellow cards that it comes of, or null
 */
public record QualityCard(
        CardId id,
        int number,
        UnitId unit,
        @Nullable StaffId staff,
        Severity proposed,
        Severity severity,
        CardState state,
        Grounds grounds,
        @Nullable Decided decided,
        @Nullable Yellows yellows,
        int version) {

    /**
     * Why it was proposed.
     *
     * @param counted upheld complaints within the window
     * @param rules the rules by which the severity came about, as they are quoted
     * @param hearUntil until when whoever it concerns is heard
     */
    public record Grounds(String words, int counted, String rules, StaffId by, Instant at, Instant hearUntil) {}

    /**
     * What was decided.
     *
     * @param appealedAt null while nobody has appealed; that is possible once
     * @param appealBy who decided on the appeal
     */
    public record Decided(
            StaffId by,
            Instant at,
            @Nullable Instant appealUntil,
            @Nullable Instant expiresAt,
            @Nullable Instant appealedAt,
            @Nullable StaffId appealBy) {}

    /** The two yellow cards of a red one; the later one brought it about. */
    public record Yellows(CardId earlier, CardId later) {}

    /** The number as people say it. */
    public String spoken() {
        return "C-%03d".formatted(number);
    }

    public boolean reduced() {
        return severity != proposed;
    }

    boolean legal(CardStep step) {
        return state.legalSteps().contains(step);
    }

    /** Whether it is this person's, or their unit's as a whole: then they decide nothing about it. */
    boolean concerns(StaffId person, UnitId theirs) {
        return staff == null ? unit.equals(theirs) : staff.equals(person);
    }

    /** After a step that changes nothing but where it stands. */
    QualityCard after(CardStep step) {
        return with(step, severity, decided);
    }

    /** After a step; a bug where that is not legal. */
    QualityCard with(CardStep step, Severity now, @Nullable Decided decision) {
        if (!legal(step)) {
            throw new IllegalStateException(step + " of a card that is " + state);
        }
        return new QualityCard(id, number, unit, staff, proposed, now, step.to(), grounds, decision, yellows, version);
    }
}
