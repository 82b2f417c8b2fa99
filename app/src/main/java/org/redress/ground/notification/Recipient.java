package org.redress.ground.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * Whom a message is for.
 *
 * @param address telephone number (E.164), mail address, or name and postal address in lines; for staff their id
 * @param consented whether they agreed to be written to on the channel of the message
 * @param customer whose message it is, for several may share an address; null where it is no customer's
 */
public record Recipient(
        String address, boolean consented, @Nullable UUID customer) {

    /** A customer, by a contact point that belongs to the channel. */
    public static Recipient customer(UUID customer, String address, boolean consented) {
        return new Recipient(address, consented, customer);
    }

    /** Whoever is behind an address; nobody knows who. */
    public static Recipient address(String address, boolean consented) {
        return new Recipient(address, consented, null);
    }

    /** A member of staff, in the product itself. */
    public static Recipient staff(StaffId person) {
        return new Recipient(person.value().toString(), true, null);
    }
}
