package org.redress.desk.recovery.followup;

import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * What a customer is asked about.
 *
 * @param unit that calls where the customer is not content
 * @param number by which people know it: the ticket's, or the place that was down
 * @param channel on which the customer came to us; null where we came to them
 * @param responsible who answers for it
 */
record AskedMatter(
        UnitId unit,
        String number,
        String subject,
        @Nullable Channel channel,
        StaffId responsible) {}
