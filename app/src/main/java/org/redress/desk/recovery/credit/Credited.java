package org.redress.desk.recovery.credit;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/** What a run gave a customer for a problem that began on a day. */
public record Credited(UUID run, String place, LocalDate on, Money sum) {}
