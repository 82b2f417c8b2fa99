package org.redress.desk.recovery.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;

/**
 * A compensation as it stands.
 *
 * @param type code of the kind of remedy, text by key {@code remedy.kind.CODE}
 * @param giver who proposed it; the product itself for what a law owes and for runs
 * @param sum more than 0, in the currency of the bureau
 * @param day on which it was proposed, where the bureau is; its year, month and day are what limits and budgets count by
 * @param budget which it is charged to, or null where none was set for its unit and day
 * @param account where its sum stands
 * @param version counts the entries
 */
public record Compensation(
        CompensationId id,
        Basis basis,
        @Nullable TicketId ticket,
        @Nullable CustomerId customer,
        UnitId unit,
        String type,
        @Nullable UUID failure,
        @Nullable String failureType,
        @Nullable UUID run,
        StaffId giver,
        Money sum,
        LocalDate day,
        @Nullable UUID budget,
        Instant proposedAt,
        Account account,
        int version) {}
