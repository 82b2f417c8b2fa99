package org.redress.desk.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;

/**
 * Several tickets about one matter. Joining moves nothing: a ticket points to another one that leads, at any depth and
 * never in a circle, and can be parted again as it was.
 */
public interface Joins {

    /** Open proposals, the newest first. */
    List<JoinProposal> proposals(Actor actor, int limit);

    /** Those in which a ticket has a part. */
    List<JoinProposal> proposalsFor(Actor actor, TicketId ticket);

    /** Joins all tickets of a proposal to its lead. */
    JoinResult accept(Actor actor, TicketId lead, JoinProposal.Reason reason);

    /** Puts a proposal away; its tickets are not proposed with this lead again. */
    void dismiss(Actor actor, TicketId lead, JoinProposal.Reason reason);

    JoinResult join(Actor actor, TicketId ticket, TicketId lead, @Nullable String why);

    /** Undoes the joining of a ticket; nothing happens where it is not joined. */
    void part(Actor actor, TicketId ticket, @Nullable String why);

    /** The ticket that leads this one, at any depth; the ticket itself where it is not joined. */
    TicketId lead(Actor actor, TicketId ticket);

    /** All tickets joined below a lead, at any depth, the earliest first. */
    List<TicketCard> members(Actor actor, TicketId lead);
}
