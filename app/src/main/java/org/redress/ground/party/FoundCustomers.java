package org.redress.ground.party;

import java.util.List;

/**
 * Customers that were looked for, best first.
 *
 * @param more whether there are others, whom saying more would tell apart
 */
public record FoundCustomers(List<CustomerCard> cards, boolean more) {}
