package org.redress.improve.insight.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The case base (S8.4): every closed recovery, without personal data, and which of them resemble a matter. For whoever may
 * read tickets. Cases are written by the product alone, from what happens to their tickets.
 */
@Component
public class CaseBase {

    private static final String KIND = "ticket";
    private static final int LONGEST_PAGE = 100;
    private static final int LONGEST_TYPE = 100;
    private static final int STRETCH = 500;

    private final CaseRows rows;
    private final CaseSearch search;
    private final CaseMarks marks;
    private final Trail trail;
    private final Clock clock;

    CaseBase(CaseRows rows, CaseSearch search, CaseMarks marks, Trail trail, Clock clock) {
        this.rows = rows;
        this.search = search;
        this.marks = marks;
        this.trail = trail;
        this.clock = clock;
    }

    /** A {@link Problem} {@code case.absent} where the ticket has taught nothing. */
    public RecoveryCase get(Actor actor, TicketId ticket) {
        actor.require(Action.READ, KIND);
        return rows.find(actor.bureau(), ticket).orElseThrow(() -> Problem.absent("case.absent"));
    }

    /** Those of these tickets that have a case. */
    public Map<TicketId, RecoveryCase> of(Actor actor, List<TicketId> tickets) {
        actor.require(Action.READ, KIND);
        return rows.of(actor.bureau(), tickets);
    }

    /** A place in the list; the next page begins below it. */
    public record Place(Instant closedAt, UUID ticket) {

        public static final Place TOP = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    }

    /** The cases that stand, the latest closed first, of a type of failure or of all. */
    public List<RecoveryCase> list(Actor actor, @Nullable String type, Place below, int limit) {
        actor.require(Action.READ, KIND);
        return rows.page(actor.bureau(), type, below.closedAt(), below.ticket(), Math.clamp(limit, 1, LONGEST_PAGE));
    }

    /**
     * Hands over the cases that stand, the latest closed first, back to a moment; some hundred of them in memory at once.
     *
     * @param most how many at the most
     */
    public void each(Actor actor, Instant since, int most, Consumer<RecoveryCase> taker) {
        actor.require(Action.READ, KIND);
        Place below = Place.TOP;
        int left = most;
        while (left > 0) {
            List<RecoveryCase> page =
                    rows.page(actor.bureau(), null, below.closedAt(), below.ticket(), Math.min(left, STRETCH));
            page.stream().filter(one -> !one.closedAt().isBefore(since)).forEach(taker);
            if (page.size() < STRETCH || page.getLast().closedAt().isBefore(since)) {
                return;
            }
            left -= page.size();
            below = new Place(page.getLast().closedAt(), page.getLast().ticket().value());
        }
    }

    /** The cases most like what is being said, the most like first; none where it says nothing telling yet. */
    public List<SimilarCase> similar(Actor actor, Asked asked, int limit) {
        actor.require(Action.READ, KIND);
        return search.find(actor, asked, Math.clamp(limit, 1, LONGEST_PAGE));
    }

    /**
     * Says whether a case was useful for a type of failure. Each agent has one mark for each; another one takes its place.
     *
     * @param type of the matter at hand, empty where it is not known
     */
    @Transactional
    public void mark(Actor actor, TicketId ticket, String type, boolean useful) {
        actor.require(Action.WRITE, KIND);
        get(actor, ticket);
        if (type.length() > LONGEST_TYPE) {
            throw Problem.invalid("case.type", "type");
        }
        marks.set(actor, ticket, type, useful, clock.instant());
        trail.record(actor, "case.mark", KIND, ticket.value(), "{\"useful\":" + useful + "}");
    }

    /** The marks of a case for a type of failure. */
    public SimilarCase.Marks marks(Actor actor, TicketId ticket, String type) {
        actor.require(Action.READ, KIND);
        return marks.of(actor, List.of(ticket), type).getOrDefault(ticket, SimilarCase.Marks.NONE);
    }

    /** How the case came to be what it is, the latest first. */
    List<CaseRows.Revision> revisions(Actor actor, TicketId ticket) {
        actor.require(Action.READ, KIND);
        return rows.revisions(actor.bureau(), ticket);
    }
}
