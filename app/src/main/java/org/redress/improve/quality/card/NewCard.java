package org.redress.improve.quality.card;

import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * A card that is to be proposed. How grave it is says the rule.
 *
 * @param staff the person, or null for the unit as a whole
 */
public record NewCard(
        TicketId ticket, UnitId unit, @Nullable StaffId staff, String words) {}
