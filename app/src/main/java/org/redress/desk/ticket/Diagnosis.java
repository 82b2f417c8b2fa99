package org.redress.desk.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What a person says of a failure beside its type. Whoever says what failed or whose doing it was says what shows it.
 *
 * @param kindEvidence what shows what failed; empty only where {@code kind} is null
 * @param attributionEvidence what shows whose doing it was; empty only where {@code attribution} is null
 */
public record Diagnosis(
        @Nullable FailureKind kind,
        String kindEvidence,
        @Nullable Attribution attribution,
        String attributionEvidence) {

    /** Nothing said yet. */
    public static final Diagnosis NONE = new Diagnosis(null, "", null, "");

    /** The same, fit to be kept; {@code Problem} {@code ticket.text.missing} where evidence is lacking. */
    Diagnosis checked() {
        return new Diagnosis(
                kind,
                evidence(kind, kindEvidence, "kindEvidence"),
                attribution,
                evidence(attribution, attributionEvidence, "attributionEvidence"));
    }

    private static String evidence(@Nullable Object said, String words, String field) {
        if (said != null) {
            return Wording.required(words, field, Wording.LONGEST_REASON);
        }
        String optional = Wording.optional(words, field, Wording.LONGEST_REASON);
        return optional == null ? "" : optional;
    }
}
