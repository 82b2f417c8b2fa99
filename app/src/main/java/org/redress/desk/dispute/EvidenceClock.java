package org.redress.desk.dispute;

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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The clock of the evidence that the operator owes for an item; who answers for the ticket answers for it. */
@Component
class EvidenceClock implements Answering {

    static final String NAME = "dispute.evidence";

    private final ObjectProvider<Commitments> commitments;
    private final ObjectProvider<TicketBoard> board;
    private final ClaimRows rows;
    private final Bureaus bureaus;

    EvidenceClock(
            ObjectProvider<Commitments> commitments,
            ObjectProvider<TicketBoard> board,
            ClaimRows rows,
            Bureaus bureaus) {
        this.commitments = commitments;
        this.board = board;
        this.rows = rows;
        this.bureaus = bureaus;
    }

    /** Starts it; returns the last moment for evidence. */
    Instant start(Actor actor, ClaimId claim, Instant at) {
        return Objects.requireNonNull(commitments
                .getObject()
                .start(product(actor), subject(claim), NAME, NAME, Calendars.ALWAYS, at.truncatedTo(ChronoUnit.SECONDS))
                .dueAt());
    }

    /** Evidence is there, or the limit has passed without any. */
    void stop(Actor actor, ClaimId claim, Instant at) {
        commitments.getObject().stop(product(actor), subject(claim), NAME, at);
    }

    /** Evidence is owed no longer. */
    void cancel(Actor actor, ClaimId claim) {
        commitments.getObject().cancel(product(actor), subject(claim), NAME);
    }

    private Actor product(Actor actor) {
        return bureaus.command(bureaus.get(actor.bureau()));
    }

    private static Subject subject(ClaimId claim) {
        return new Subject(Disputes.KIND, claim.value());
    }

    @Override
    public String kind() {
        return Disputes.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        List<Claim> claims = rows.of(bureau, ids);
        Map<TicketId, TicketCard> cards = board
                .getObject()
                .cards(
                        bureaus.command(bureaus.get(bureau)),
                        claims.stream().map(Claim::ticket).distinct().toList())
                .stream()
                .collect(Collectors.toMap(TicketCard::id, Function.identity()));
        Map<UUID, Matter> matters = new HashMap<>();
        for (Claim claim : claims) {
            TicketCard card = cards.get(claim.ticket());
            if (card != null) {
                matters.put(
                        claim.id().value(),
                        new Matter(
                                card.responsible(),
                                card.unit(),
                                card.number().toString(),
                                card.subject(),
                                "/disputes/" + card.id().value()));
            }
        }
        return matters;
    }
}
