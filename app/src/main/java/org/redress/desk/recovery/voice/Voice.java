package org.redress.desk.recovery.voice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;

/**
 * What would put a matter right, in the customer's own words. It is never changed; who says something else later is recorded
 * again, and the latest counts.
 *
 * @param words empty where they leave it to us
 * @param from the contact in which they said it, or null
 */
public record Voice(
        VoiceId id,
        TicketId ticket,
        Said said,
        String words,
        @Nullable ContactId from,
        StaffId askedBy,
        Instant askedAt) {}
