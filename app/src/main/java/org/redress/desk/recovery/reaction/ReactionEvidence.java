package org.redress.desk.recovery.reaction;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.voice.Voice;
import org.redress.desk.ticket.Consent;
import org.redress.desk.ticket.TicketStory;
import org.redress.ground.identity.StaffId;

/**
 * What is recorded of a ticket by which its steps are met: remedies that stand, what the customer was asked, what happened.
 *
 * @param remedies that stand, the oldest first
 * @param voices the oldest first
 * @param asked what the customer answered, or said when called, after this closing; null while there is nothing
 */
record ReactionEvidence(
        List<Remedy> remedies,
        List<Voice> voices,
        List<TicketStory.Happened> happened,
        @Nullable Deed asked) {

    private static final Set<RemedyKind> URGENT = EnumSet.of(
            RemedyKind.CORRECTION, RemedyKind.CORRECTION_PLUS, RemedyKind.REPLACEMENT, RemedyKind.PRIORITY_REPAIR);
    private static final Set<RemedyKind> EMPATHY =
            EnumSet.of(RemedyKind.EXPLANATION, RemedyKind.VISIT, RemedyKind.MANAGERS_INTERVENTION);
    private static final Set<RemedyKind> SYMBOLIC = EnumSet.of(
            RemedyKind.CORRECTION_PLUS,
            RemedyKind.REFUND,
            RemedyKind.RENT_WAIVER,
            RemedyKind.DISCOUNT,
            RemedyKind.BILL_CREDIT,
            RemedyKind.GIFT);
    /** A matter that is opened again is in hand at once. */
    private static final Set<String> BEGUN = Set.of("start", "reopen");

    private static final Set<String> ASKED = Set.of(Consent.CONTENT.name(), Consent.NOT_CONTENT.name());

    /**
     * A deed by which a step is met.
     *
     * @param remedy where it is one, else null
     */
    record Deed(
            ReactionDeed what,
            Instant at,
            StaffId by,
            @Nullable RemedyId remedy) {}

    /**
     * Only what was done in a ring: what was done before the matter was opened again put nothing right.
     *
     * @param from null for the first ring
     * @param until null for the one that holds
     */
    ReactionEvidence within(@Nullable Instant from, @Nullable Instant until) {
        Predicate<Instant> in = at -> (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
        return new ReactionEvidence(
                remedies.stream().filter(one -> in.test(one.givenAt())).toList(),
                voices.stream().filter(one -> in.test(one.askedAt())).toList(),
                happened.stream().filter(one -> in.test(one.at())).toList(),
                asked == null || !in.test(asked.at()) ? null : asked);
    }

    /** The first deed by which a step is met. */
    Optional<Deed> of(ReactionStep step) {
        return switch (step) {
            case APOLOGY -> remedy(RemedyKind.APOLOGY::equals);
            case URGENT ->
                first(remedy(URGENT::contains), happened(ReactionDeed.BEGUN, one -> BEGUN.contains(one.what())));
            case EMPATHY ->
                first(
                        remedy(EMPATHY::contains),
                        voices.stream()
                                .findFirst()
                                .map(voice -> new Deed(ReactionDeed.ASKED, voice.askedAt(), voice.askedBy(), null)));
            case SYMBOLIC -> remedy(SYMBOLIC::contains);
            case FOLLOW_UP ->
                first(
                        happened(
                                ReactionDeed.CONSENT,
                                one -> one.what().equals("consent") && ASKED.contains(about(one))),
                        Optional.ofNullable(asked));
        };
    }

    /** The same, by a run of credits alone, which gives when the failure of many is over and tickets may be closed. */
    Optional<Deed> ofRun(ReactionStep step) {
        return new ReactionEvidence(remedies.stream().filter(Remedy::ofRun).toList(), List.of(), List.of(), null)
                .of(step);
    }

    /** Whether a remedy still stands. */
    boolean stands(@Nullable RemedyId remedy) {
        return remedy == null || remedies.stream().anyMatch(one -> one.id().equals(remedy));
    }

    private static String about(TicketStory.Happened one) {
        return one.about() == null ? "" : one.about();
    }

    @SafeVarargs
    private static Optional<Deed> first(Optional<Deed>... deeds) {
        return Stream.of(deeds).flatMap(Optional::stream).min(Comparator.comparing(Deed::at));
    }

    private Optional<Deed> remedy(Predicate<RemedyKind> kind) {
        return remedies.stream()
                .filter(one -> kind.test(one.kind()))
                .findFirst()
                .map(one -> new Deed(ReactionDeed.REMEDY, one.givenAt(), one.givenBy(), one.id()));
    }

    private Optional<Deed> happened(ReactionDeed what, Predicate<TicketStory.Happened> which) {
        return happened.stream().filter(which).findFirst().map(one -> new Deed(what, one.at(), one.by(), null));
    }
}
