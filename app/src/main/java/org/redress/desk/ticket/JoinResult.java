package org.redress.desk.ticket;

import java.util.List;

/** What came of a wish to join. */
public sealed interface JoinResult {

    /** Joined now; each can be {@linkplain Joins#part parted} again. */
    record Joined(TicketId lead, List<TicketId> tickets) implements JoinResult {}

    /** Not possible. {@code reason} is a message key. */
    record Refused(String reason) implements JoinResult {}
}
