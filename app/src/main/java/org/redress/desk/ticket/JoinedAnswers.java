package org.redress.desk.ticket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One investigation, and each complainant answered: the same words go to everybody of a joined matter who has had no answer,
 * to each about their own ticket, by a way on which they can be reached. Nobody is told who else complained.
 */
@Component
public class JoinedAnswers {

    private final TicketRows rows;
    private final Leads leads;
    private final Changes changes;
    private final CustomerNotices notices;
    private final Customers customers;
    private final Bureaus bureaus;

    JoinedAnswers(
            TicketRows rows,
            Leads leads,
            Changes changes,
            CustomerNotices notices,
            Customers customers,
            Bureaus bureaus) {
        this.rows = rows;
        this.leads = leads;
        this.changes = changes;
        this.notices = notices;
        this.customers = customers;
        this.bureaus = bureaus;
    }

    private static final Set<String> ANSWER = Set.of("answer", "answered_at");

    /**
     * To whom a reply is owed.
     *
     * @param joined the tickets below the lead
     * @param seen those and the lead, as they stand
     */
    public record Owed(List<TicketNumber> joined, SeenTickets seen) {}

    /** What came of an answer to all. */
    public sealed interface Outcome {}

    /** Somebody has done something since to one of those that were to be answered, or it has come to them; nobody was answered. */
    public record Overtaken() implements Outcome {}

    /**
     * Done.
     *
     * @param left who cannot be written to or does not want to be, or whose ticket the person may not work on: to be answered by somebody in person
     */
    public record Sent(List<TicketNumber> answered, List<TicketNumber> left) implements Outcome {}

    /** Whose customers have had no answer, of a lead and the tickets that are joined below it. */
    public Owed owed(Actor actor, TicketId lead) {
        rows.get(actor, lead);
        List<Ticket> owed = rows.unanswered(actor, all(actor, lead));
        return new Owed(
                owed.stream()
                        .filter(ticket -> !ticket.id().equals(lead))
                        .map(Ticket::number)
                        .toList(),
                SeenTickets.of(owed));
    }

    private List<TicketId> all(Actor actor, TicketId lead) {
        return Stream.concat(Stream.of(lead), leads.below(actor, lead).stream()).toList();
    }

    /**
     * Answers the lead's customer and all that are joined to it, as far as they have had no answer.
     *
     * @param seen to whom the writer saw that a reply is owed; who has spoken since must be read before they are answered
     */
    @Transactional
    public Outcome answer(Actor actor, TicketId lead, SeenTickets seen, String text) {
        Ticket leading = rows.get(actor, lead, Action.WRITE);
        String words = Wording.required(text, "text", Wording.LONGEST_TEXT);
        List<TicketId> all = all(actor, lead);
        all.stream().sorted(Comparator.comparing(TicketId::value)).forEach(id -> rows.hold(actor, id));
        List<Ticket> owed = rows.unanswered(actor, all);
        if (owed.stream().anyMatch(ticket -> overtaken(actor, ticket, seen.version(ticket)))) {
            return new Overtaken();
        }
        Actor product = bureaus.command(bureaus.get(actor.bureau()));
        refuseNames(product, leading, all, words);
        Reach reach = Reach.of(actor, Action.WRITE);
        List<TicketNumber> answered = new ArrayList<>();
        List<TicketNumber> left = new ArrayList<>();
        for (Ticket ticket : owed) {
            Optional<Channel> way =
                    reach.covers(actor, ticket) ? way(product, ticket.customer(), words) : Optional.empty();
            boolean told = way.isPresent() && told(actor, ticket, way.get(), words);
            (told ? answered : left).add(ticket.number());
        }
        return new Sent(List.copyOf(answered), List.copyOf(left));
    }

    private boolean overtaken(Actor actor, Ticket ticket, @Nullable Integer seen) {
        return seen == null || seen != ticket.version() && rows.touched(actor, ticket.id(), seen, ANSWER);
    }

    private boolean told(Actor actor, Ticket ticket, Channel way, String words) {
        return switch (changes.answer(actor, ticket.id(), ticket.version(), way, words)) {
            case StepResult.Done(Ticket after) -> {
                notices.answered(actor, after, way, words);
                yield true;
            }
            case StepResult.Refused refused -> false;
            case StepResult.Stale stale -> false;
        };
    }

    /** What goes to all may speak of none of them. */
    private void refuseNames(Actor product, Ticket lead, List<TicketId> all, String words) {
        List<Ticket> tickets = rows.list(product, all, Action.READ);
        List<CustomerId> complainants = tickets.stream()
                .map(Ticket::customer)
                .flatMap(Stream::ofNullable)
                .toList();
        boolean numbered =
                tickets.stream().map(Ticket::number).anyMatch(number -> words.contains(Long.toString(number.value())));
        if (numbered || customers.mentioned(product, complainants, words)) {
            throw Problem.invalid(
                    "ticket.answerall.personal", "text", lead.number().toString());
        }
    }

    private Optional<Channel> way(Actor product, @Nullable CustomerId customer, String words) {
        if (customer == null) {
            return Optional.empty();
        }
        boolean shortEnough = words.length() <= CustomerNotices.LONGEST_SMS;
        return Stream.of(ReachPoint.Kind.MOBILE, ReachPoint.Kind.EMAIL, ReachPoint.Kind.POST)
                .filter(kind -> shortEnough || kind != ReachPoint.Kind.MOBILE)
                .filter(kind -> customers
                        .reach(product, customer, kind)
                        .filter(ReachPoint::consented)
                        .isPresent())
                .findFirst()
                .map(kind -> switch (kind) {
                    case MOBILE -> Channel.SMS;
                    case EMAIL -> Channel.EMAIL;
                    case POST -> Channel.LETTER;
                });
    }
}
