package org.redress.desk.recovery.install;

import java.time.LocalDate;
import org.joda.money.Money;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;

/** An installation to be entered in the book; as {@link Install}. */
public record NewInstall(
        String number,
        Installed what,
        CustomerId customer,
        UnitId unit,
        Money fees,
        LocalDate ordered,
        LocalDate due) {}
