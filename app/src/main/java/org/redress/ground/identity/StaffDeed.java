package org.redress.ground.identity;

/**
 * Something was done to a member of staff: told in the same transaction, because the trail stands above this room.
 *
 * @param deed name in the trail, e.g. {@code absence.add}
 */
public record StaffDeed(Actor by, String deed, StaffId about) {

    /** They cannot sign in any more. */
    public static final String SHUT_OUT = "staff.shutout";
}
