package org.redress.desk.contact.reception;

import java.util.List;
import org.redress.desk.contact.CustomerHoldings;
import org.redress.ground.party.CustomerCard;

/**
 * Customers that were looked for: those known by it themselves, best first, then those only whose services are.
 *
 * @param more whether there are others, whom saying more would tell apart
 */
public record CustomerHits(List<Hit> hits, boolean more) {

    /** A customer with those of their services whose numbers hold what was typed. */
    public record Hit(CustomerCard card, List<CustomerHoldings.Service> services) {}
}
