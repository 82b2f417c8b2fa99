package org.redress.desk.fault;

import org.joda.money.Money;
import org.redress.ground.party.CustomerId;

/** A line to be entered in the line book; as {@link Line}. */
public record NewLine(
        String number, Service service, String address, String exchange, Area area, CustomerId customer, Money rent) {}
