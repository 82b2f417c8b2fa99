package org.redress.desk.recovery.followup;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.Answering;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.commitment.UnitCalendars;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The clock of a call to a customer who is not content; what is late goes up the ladder of whoever is to call. */
@Component
class CallbackClock implements Answering {

    static final String NAME = "followup.callback";

    private final ObjectProvider<Commitments> commitments;
    private final ObjectProvider<TicketBoard> board;
    private final ObjectProvider<AskedMatters> asked;
    private final UnitCalendars calendars;
    private final Rulebook rulebook;
    private final FollowUpRows rows;
    private final Bureaus bureaus;
    private final Superiors superiors;
    private final java.time.Clock time;

    CallbackClock(
            ObjectProvider<Commitments> commitments,
            ObjectProvider<TicketBoard> board,
            ObjectProvider<AskedMatters> asked,
            UnitCalendars calendars,
            Rulebook rulebook,
            FollowUpRows rows,
            Bureaus bureaus,
            Superiors superiors,
            java.time.Clock time) {
        this.commitments = commitments;
        this.board = board;
        this.asked = asked;
        this.calendars = calendars;
        this.rulebook = rulebook;
        this.rows = rows;
        this.bureaus = bureaus;
        this.superiors = superiors;
        this.time = time;
    }

    /** Starts it; the last moment for the call. */
    Instant start(Actor product, FollowUpId id, UnitId unit, Instant at) {
        var limit = rulebook.limit(product.bureau(), NAME, java.time.LocalDate.ofInstant(at, product.zone()));
        return Objects.requireNonNull(commitments
                .getObject()
                .start(product, subject(id), NAME, NAME, calendars.of(product.bureau(), unit, limit), at)
                .dueAt());
    }

    void stop(Actor product, FollowUpId id, Instant at) {
        commitments.getObject().stop(product, subject(id), NAME, at);
    }

    static Subject subject(FollowUpId id) {
        return new Subject(FollowUps.KIND, id.value());
    }

    @Override
    public String kind() {
        return FollowUps.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        List<FollowUp> found = rows.list(bureau, "id = any(:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
        List<TicketId> tickets = found.stream()
                .map(FollowUp::ticket)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Actor product = bureaus.command(bureaus.get(bureau));
        Map<TicketId, TicketCard> cards = board.getObject().cards(product, tickets).stream()
                .collect(Collectors.toMap(TicketCard::id, Function.identity()));
        Map<CreditRunId, AskedMatter> runs = asked.getObject().ofRuns(product, found);
        Map<UUID, Matter> matters = new HashMap<>();
        for (FollowUp one : found) {
            TicketCard card = one.ticket() == null ? null : cards.get(one.ticket());
            AskedMatter run = one.run() == null ? null : runs.get(one.run());
            if (card != null) {
                matters.put(
                        one.id().value(),
                        new Matter(
                                responsible(bureau, one, card.unit(), card.responsible()),
                                card.unit(),
                                card.number().toString(),
                                card.subject(),
                                one.path()));
            } else if (run != null) {
                matters.put(
                        one.id().value(),
                        new Matter(
                                responsible(bureau, one, run.unit(), run.responsible()),
                                run.unit(),
                                run.number(),
                                run.subject(),
                                one.path()));
            }
        }
        return matters;
    }

    private StaffId responsible(BureauId bureau, FollowUp one, UnitId unit, StaffId otherwise) {
        StaffId assigned = one.callback() == null ? null : one.callback().assigned();
        return assigned != null
                ? assigned
                : superiors.holder(bureau, unit, Posts.HEAD, time.instant()).orElse(otherwise);
    }
}
