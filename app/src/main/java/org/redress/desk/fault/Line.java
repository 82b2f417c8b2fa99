package org.redress.desk.fault;

import org.joda.money.Money;
import org.redress.ground.party.CustomerId;

/**
 * A line in service.
 *
 * @param number as people say it
 * @param exchange name of the exchange that serves it
 * @param rent for a month
 */
public record Line(
        LineId id,
        String number,
        Service service,
        String address,
        String exchange,
        Area area,
        CustomerId customer,
        Money rent) {}
