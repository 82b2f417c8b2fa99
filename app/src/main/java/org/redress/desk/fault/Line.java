package org.redress.desk.fault;

import org.joda.money.Money;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Masked;

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
        Money rent) {

    /** The number as lists show it. */
    public String masked() {
        return service == Service.FIXED || service == Service.MOBILE ? Masked.phone(number) : Masked.code(number);
    }
}
