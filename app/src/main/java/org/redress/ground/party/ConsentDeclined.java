package org.redress.ground.party;

import org.redress.ground.identity.BureauId;

/**
 * A customer does not want to be written to any more in one way: whoever writes to them takes back what waits, in the same
 * transaction.
 */
public record ConsentDeclined(BureauId bureau, CustomerId customer, ReachPoint.Kind way) {}
