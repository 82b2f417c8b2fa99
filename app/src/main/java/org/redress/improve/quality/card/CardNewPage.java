package org.redress.improve.quality.card;

import java.util.List;
import org.redress.desk.ticket.Ticket;
import org.redress.improve.quality.QualityNames.Named;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * The form in which a card is proposed.
 *
 * @param people whom it can be for; the empty choice is the unit as a whole
 */
public record CardNewPage(Ticket ticket, Named named, List<Choice> people, Attempt attempted) {}
