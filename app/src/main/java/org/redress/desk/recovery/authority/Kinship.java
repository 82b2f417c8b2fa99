package org.redress.desk.recovery.authority;

import java.time.Instant;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;

/** A customer's account that a member of staff has declared as their own or their family's; they decide nothing for it. */
public record Kinship(StaffId staff, CustomerId customer, Relation relation, Instant declaredAt) {

    /** Whose account it is. Text by key {@code kin.relation.NAME}. */
    public enum Relation {
        OWN,
        FAMILY
    }
}
