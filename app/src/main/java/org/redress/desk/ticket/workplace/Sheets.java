package org.redress.desk.ticket.workplace;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.AnswerWays;
import org.redress.desk.ticket.AppointmentSpan;
import org.redress.desk.ticket.ClosingCondition;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.TicketStory;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.ContactDetails;
import org.redress.platform.text.Words;
import org.redress.platform.web.ClockChip;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lays out the sheet of one ticket. */
@Component
class Sheets {

    private final Tickets tickets;
    private final Around around;
    private final Staff staff;
    private final Types types;
    private final Commitments commitments;
    private final ObjectProvider<ClosingCondition> conditions;
    private final AnswerWays ways;
    private final AppointmentSpan span;
    private final Panels panels;
    private final TicketDrafts drafts;
    private final Clock clock;

    Sheets(
            Tickets tickets,
            Around around,
            Staff staff,
            Types types,
            Commitments commitments,
            ObjectProvider<ClosingCondition> conditions,
            AnswerWays ways,
            AppointmentSpan span,
            Panels panels,
            TicketDrafts drafts,
            Clock clock) {
        this.tickets = tickets;
        this.around = around;
        this.staff = staff;
        this.types = types;
        this.commitments = commitments;
        this.conditions = conditions;
        this.ways = ways;
        this.span = span;
        this.panels = panels;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * The sheet of a ticket.
     *
     * @param attempt a form that comes back
     * @param details the customer in full, where the reader has just asked for it
     */
    TicketSheet of(
            Actor actor,
            Words words,
            DeskAddress address,
            TicketId id,
            @Nullable Attempt attempt,
            @Nullable ContactDetails details) {
        Ticket ticket = tickets.get(actor, id);
        TicketStory story = tickets.story(actor, id);
        When when = new When(words, actor.zone(), clock.instant());
        Set<StaffId> ids = new HashSet<>(Talks.people(story));
        ids.add(ticket.responsible());
        People people = People.of(staff, actor, words, ids);
        Talks talks = new Talks(when, people);
        TicketSheet.Customer customer = around.customer(actor, ticket, when, details);
        List<String> leftOut = leftOut(actor, ticket);
        List<String> missing = missing(actor, words, ticket, leftOut);
        return new TicketSheet(
                ticket,
                address,
                head(actor, words, ticket, story, people, when),
                talks.of(
                        ticket, customer.card() == null ? null : customer.card().name(), story),
                talks.history(story),
                todo(actor, ticket, !missing.isEmpty(), !leftOut.isEmpty()),
                missing,
                customer,
                around.joined(actor, ticket, story),
                panels.above(actor, id),
                panels.beside(actor, id),
                drafts.of(actor, id),
                attempt,
                attempt == null || attempt.seen() == null
                        ? List.of()
                        : talks.latest(story, ticket.version() - attempt.seen()));
    }

    private TicketSheet.Head head(
            Actor actor, Words words, Ticket ticket, TicketStory story, People people, When when) {
        StaffId responsible = ticket.responsible();
        return new TicketSheet.Head(
                people.name(responsible),
                people.initials(responsible),
                people.unit(responsible),
                people.self(responsible),
                ticket.classified() == null
                        ? null
                        : people.name(ticket.classified().by()),
                StateChip.of(ticket.state()),
                clocks(actor, words, ticket.id()),
                new Segments(when, people).of(ticket, story),
                when.of(ticket.origin().receivedAt()),
                ticket.heldUntil() == null ? null : when.of(ticket.heldUntil()));
    }

    /** The clock of the reply as it stands now; an earlier one, from before the matter was opened again, is history. */
    private List<ClockChip> clocks(Actor actor, Words words, TicketId id) {
        Instant now = clock.instant();
        return Optional.of(commitments.of(actor, Subject.ticket(id.value())))
                .filter(clocks -> !clocks.isEmpty())
                .map(clocks -> List.of(clocks.getLast().chip(now, words)))
                .orElse(List.of());
    }

    private List<String> leftOut(Actor actor, Ticket ticket) {
        return ticket.state() != TicketState.RESOLVED
                ? List.of()
                : conditions
                        .orderedStream()
                        .flatMap(condition -> condition.leftOut(actor, ticket.id()).stream())
                        .toList();
    }

    private List<String> missing(Actor actor, Words words, Ticket ticket, List<String> leftOut) {
        return ticket.state() != TicketState.RESOLVED
                ? List.of()
                : Stream.concat(
                                leftOut.isEmpty()
                                        ? Stream.empty()
                                        : Stream.of(
                                                words.text("ticket.closing.control", "", String.join(", ", leftOut))),
                                conditions
                                        .orderedStream()
                                        .map(condition -> condition.missing(actor, ticket.id()))
                                        .flatMap(Optional::stream)
                                        .map(words::text))
                        .toList();
    }

    private TicketSheet.Todo todo(Actor actor, Ticket ticket, boolean missing, boolean leavesOut) {
        boolean writing = tickets.mayWrite(actor, ticket);
        boolean own = ticket.taken() && ticket.responsible().equals(actor.staff());
        boolean assigning = own || actor.may(Action.ASSIGN, "ticket");
        List<PauseReason> pauses = tickets.pausesOf(actor, ticket);
        WhatNext acts = WhatNext.of(ticket, missing, new WhatNext.Rights(writing, assigning, !pauses.isEmpty()));
        List<StaffMember> colleagues = acts.others().contains(Act.ASSIGN)
                ? staff.list(actor).stream()
                        .filter(member -> member.active() && !member.id().equals(ticket.responsible()))
                        .toList()
                : List.of();
        return new TicketSheet.Todo(
                acts.next(),
                acts.others(),
                writing,
                colleagues,
                types.groups(actor),
                pauses,
                span.days(actor),
                leavesOut && actor.may(Action.ASSIGN, "ticket"),
                ways.of(actor, ticket));
    }
}
