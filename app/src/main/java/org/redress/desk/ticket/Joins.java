package org.redress.desk.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.jobs.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Several tickets about one matter. Joining moves nothing: a ticket points to another one that leads, at any depth and
 * never in a circle, and can be parted again as it was.
 */
@Component
public class Joins {

    private final JoinRows joins;
    private final Leads leads;
    private final Cards cards;
    private final TicketRows rows;
    private final Chronicle chronicle;
    private final Outbox outbox;

    Joins(JoinRows joins, Leads leads, Cards cards, TicketRows rows, Chronicle chronicle, Outbox outbox) {
        this.joins = joins;
        this.leads = leads;
        this.cards = cards;
        this.rows = rows;
        this.chronicle = chronicle;
        this.outbox = outbox;
    }

    /** Open proposals, the newest first. */
    public List<JoinProposal> proposals(Actor actor, int limit) {
        actor.require(Action.READ, Reach.KIND);
        return proposals(actor, joins.open(actor, limit));
    }

    /** Those in which a ticket has a part. */
    public List<JoinProposal> proposalsFor(Actor actor, TicketId ticket) {
        rows.get(actor, ticket);
        return proposals(actor, joins.openFor(actor, ticket));
    }

    private List<JoinProposal> proposals(Actor actor, List<JoinRows.Open> open) {
        Set<TicketId> ids = open.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.lead()), one.tickets().stream()))
                .collect(Collectors.toSet());
        Map<TicketId, TicketCard> known =
                cards.of(actor, ids).stream().collect(Collectors.toMap(TicketCard::id, Function.identity()));
        List<JoinProposal> proposals = new ArrayList<>();
        for (JoinRows.Open one : open) {
            TicketCard lead = known.get(one.lead());
            List<TicketCard> tickets = one.tickets().stream()
                    .map(known::get)
                    .flatMap(Stream::ofNullable)
                    .toList();
            if (lead != null && !tickets.isEmpty()) {
                proposals.add(new JoinProposal(lead, one.reason(), tickets, one.at()));
            }
        }
        return proposals.stream()
                .filter(one -> proposals.stream().noneMatch(one::partOf))
                .toList();
    }

    /** Joins all tickets of a proposal to its lead; those that have been joined elsewhere meanwhile are left there. */
    @Transactional
    public JoinResult accept(Actor actor, TicketId lead, JoinProposal.Reason reason) {
        joins.holdAll(actor);
        Ticket leading = rows.get(actor, lead, Action.WRITE);
        List<Ticket> tickets = rows.list(actor, joins.openOf(actor, lead, reason), Action.WRITE);
        Map<TicketId, TicketId> leads = leadsOf(actor, tickets, leading);
        List<Ticket> joined = tickets.stream()
                .filter(ticket -> refusal(ticket, leading, leads).isEmpty())
                .toList();
        joins.decide(actor, lead, reason, true);
        return joined.isEmpty() ? new JoinResult.Refused("ticket.join.gone") : connect(actor, joined, leading, null);
    }

    /** Puts a proposal away; its tickets are not proposed with this lead again. */
    @Transactional
    public void dismiss(Actor actor, TicketId lead, JoinProposal.Reason reason) {
        Ticket leading = rows.get(actor, lead, Action.WRITE);
        if (joins.decide(actor, lead, reason, false) > 0) {
            chronicle.writeQuietly(actor, Happening.of(leading, "dismiss", null, reason.name()));
        }
    }

    /** Joins one ticket to another one that leads. */
    @Transactional
    public JoinResult join(Actor actor, TicketId ticket, TicketId lead, @Nullable String why) {
        joins.holdAll(actor);
        Ticket joining = rows.get(actor, ticket, Action.WRITE);
        Ticket leading = rows.get(actor, lead, Action.WRITE);
        Optional<String> refusal = refusal(joining, leading, leadsOf(actor, List.of(joining), leading));
        return refusal.isPresent()
                ? new JoinResult.Refused(refusal.get())
                : connect(actor, List.of(joining), leading, Wording.optional(why, "reason", Wording.LONGEST_REASON));
    }

    private Map<TicketId, TicketId> leadsOf(Actor actor, List<Ticket> tickets, Ticket lead) {
        return leads.of(
                actor,
                Stream.concat(tickets.stream(), Stream.of(lead)).map(Ticket::id).toList());
    }

    /** The message key of what speaks against joining a ticket to a lead. */
    private static Optional<String> refusal(Ticket ticket, Ticket lead, Map<TicketId, TicketId> leads) {
        if (ticket.id().equals(lead.id())) {
            return Optional.of("ticket.join.itself");
        }
        if (leads.containsKey(ticket.id())) {
            return Optional.of("ticket.join.already");
        }
        return ticket.id().equals(leads.get(lead.id())) ? Optional.of("ticket.join.circle") : Optional.empty();
    }

    private JoinResult connect(Actor actor, List<Ticket> tickets, Ticket lead, @Nullable String why) {
        List<TicketId> ids = tickets.stream().map(Ticket::id).toList();
        joins.add(actor, ids, lead.id());
        chronicle.write(
                actor,
                "ticket.join",
                tickets.stream()
                        .flatMap(ticket -> Stream.of(
                                Happening.of(ticket, "join", why, lead.number().toString()),
                                Happening.of(lead, "lead", why, ticket.number().toString())))
                        .toList(),
                List.of());
        tell(actor, ids);
        return new JoinResult.Joined(lead.id(), ids);
    }

    /** Undoes the joining of a ticket; nothing happens where it is not joined. */
    @Transactional
    public void part(Actor actor, TicketId ticket, @Nullable String why) {
        joins.holdAll(actor);
        Ticket joined = rows.get(actor, ticket, Action.WRITE);
        String reason = Wording.optional(why, "reason", Wording.LONGEST_REASON);
        joins.part(actor, ticket).ifPresent(lead -> {
            Ticket leading = rows.getAnyhow(actor, lead);
            chronicle.write(
                    actor,
                    "ticket.part",
                    List.of(
                            Happening.of(
                                    joined, "part", reason, leading.number().toString()),
                            Happening.of(
                                    leading, "lose", reason, joined.number().toString())),
                    List.of());
            tell(actor, List.of(ticket));
        });
    }

    private void tell(Actor actor, List<TicketId> moved) {
        List<UUID> all = moved.stream()
                .flatMap(ticket -> Stream.concat(Stream.of(ticket), leads.below(actor, ticket).stream()))
                .map(TicketId::value)
                .distinct()
                .toList();
        outbox.add(actor.bureau().value(), TicketsJoined.TOPIC, new TicketsJoined(all).json());
    }

    /** The topmost lead of each of these tickets that is joined to one; the others are not in the answer. One query. */
    public Map<TicketId, TicketId> leading(Actor actor, Collection<TicketId> tickets) {
        actor.require(Action.READ, Reach.KIND);
        return tickets.isEmpty() ? Map.of() : leads.of(actor, tickets);
    }

    /** The ticket that leads this one, at any depth; the ticket itself where it is not joined. */
    public TicketId lead(Actor actor, TicketId ticket) {
        rows.get(actor, ticket);
        return leads.of(actor, List.of(ticket)).getOrDefault(ticket, ticket);
    }

    /** These tickets with all that are joined with any of them, whichever leads; one query. */
    public List<TicketId> together(Actor actor, Collection<TicketId> tickets) {
        return joined(actor, tickets).values().stream()
                .flatMap(Set::stream)
                .distinct()
                .toList();
    }

    /** Each of these tickets with all that are joined with it, whichever leads; one query. */
    public Map<TicketId, Set<TicketId>> joined(Actor actor, Collection<TicketId> tickets) {
        actor.require(Action.READ, Reach.KIND);
        return tickets.isEmpty() ? Map.of() : leads.joined(actor, tickets);
    }

    /**
     * The tickets that were parted since a moment from one that is joined with a ticket, with those that are joined with them now;
     * one query. Tickets without any are not in the answer.
     *
     * @param joined by ticket, as {@link #joined} has it
     */
    public Map<TicketId, Set<TicketId>> parted(Actor actor, Map<TicketId, Set<TicketId>> joined, Instant since) {
        actor.require(Action.READ, Reach.KIND);
        return joined.isEmpty() ? Map.of() : leads.parted(actor, joined, since);
    }

    /** All tickets joined below a lead, at any depth, the earliest first. */
    public List<TicketCard> members(Actor actor, TicketId lead) {
        rows.get(actor, lead);
        return cards.of(actor, leads.below(actor, lead));
    }
}
