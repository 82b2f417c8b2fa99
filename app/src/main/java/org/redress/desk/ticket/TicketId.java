package org.redress.desk.ticket;

import java.util.UUID;

/** One ticket, as links name it: random, and gives no right. */
public record TicketId(UUID value) {}
