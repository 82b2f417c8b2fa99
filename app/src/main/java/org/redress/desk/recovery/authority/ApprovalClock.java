package org.redress.desk.recovery.authority;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.Answering;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The clock of an approval that waits; whoever was asked answers for it, and the ladder above them when nobody does. */
@Component
class ApprovalClock implements Answering {

    static final String NAME = "compensation.approval";
    static final String RULE = "approval.answer";

    private final ObjectProvider<Commitments> commitments;
    private final ObjectProvider<TicketBoard> board;
    private final Compensations ledger;
    private final ApprovalRows rows;
    private final Bureaus bureaus;
    private final Clock clock;

    ApprovalClock(
            ObjectProvider<Commitments> commitments,
            ObjectProvider<TicketBoard> board,
            Compensations ledger,
            ApprovalRows rows,
            Bureaus bureaus,
            Clock clock) {
        this.commitments = commitments;
        this.board = board;
        this.ledger = ledger;
        this.rows = rows;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    void start(Actor actor, CompensationId id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        commitments.getObject().start(product(actor.bureau()), subject(id), NAME, RULE, Calendars.WORKING, now);
    }

    /** Somebody has decided. */
    void stop(Actor actor, CompensationId id) {
        commitments.getObject().stop(product(actor.bureau()), subject(id), NAME, clock.instant());
    }

    /** No decision is needed any more. */
    void cancel(Actor actor, CompensationId id) {
        commitments.getObject().cancel(product(actor.bureau()), subject(id), NAME);
    }

    private Actor product(BureauId bureau) {
        return bureaus.command(bureaus.get(bureau));
    }

    static Subject subject(CompensationId id) {
        return new Subject(Compensations.KIND, id.value());
    }

    @Override
    public String kind() {
        return Compensations.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        Actor product = product(bureau);
        List<CompensationId> wanted = ids.stream().map(CompensationId::new).toList();
        Map<CompensationId, Compensation> found = ledger.of(product, wanted);
        Map<CompensationId, StaffId> asked = rows.of(bureau, wanted).stream()
                .filter(step -> step.asked() != null)
                .collect(Collectors.toMap(
                        ApprovalStep::compensation, step -> Objects.requireNonNull(step.asked()), (a, b) -> b));
        Map<TicketId, TicketCard> cards = board
                .getObject()
                .cards(
                        product,
                        found.values().stream()
                                .map(Compensation::ticket)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(TicketCard::id, Function.identity()));
        Map<UUID, Matter> matters = new HashMap<>();
        for (Compensation one : found.values()) {
            TicketCard card = one.ticket() == null ? null : cards.get(one.ticket());
            if (card != null) {
                matters.put(
                        one.id().value(),
                        new Matter(
                                asked.getOrDefault(one.id(), one.giver()),
                                one.unit(),
                                card.number().toString(),
                                card.subject(),
                                ApprovalPaths.of(one.id())));
            }
        }
        return matters;
    }
}
