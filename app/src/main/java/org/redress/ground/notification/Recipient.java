package org.redress.ground.notification;

import org.redress.ground.identity.StaffId;

/**
 * Whom a message is for.
 *
 * @param address telephone number (E.164), mail address, or name and postal address in lines; for staff their id
 * @param consented whether they agreed to be written to on the channel of the message
 */
public record Recipient(String address, boolean consented) {

    /** A customer, by a contact point that belongs to the channel. */
    public static Recipient customer(String address, boolean consented) {
        return new Recipient(address, consented);
    }

    /** A member of staff, in the product itself. */
    public static Recipient staff(StaffId person) {
        return new Recipient(person.value().toString(), true);
    }
}
