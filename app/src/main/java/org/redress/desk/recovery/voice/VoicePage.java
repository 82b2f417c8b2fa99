package org.redress.desk.recovery.voice;

import org.redress.desk.ticket.Ticket;

/** Everything that was asked of the customer of a ticket, and the form to ask. */
public record VoicePage(Ticket ticket, VoiceShown voice) {}
