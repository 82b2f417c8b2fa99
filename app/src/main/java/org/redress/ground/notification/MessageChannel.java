package org.redress.ground.notification;

import java.util.Locale;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.text.Masked;

/** The way on which a message leaves. Text by key {@code message.channel.NAME}. */
public enum MessageChannel {
    SMS,
    EMAIL,
    LETTER,
    IN_APP;

    /** The way to where a customer can be reached. */
    public static MessageChannel to(ReachPoint.Kind kind) {
        return switch (kind) {
            case MOBILE -> SMS;
            case EMAIL -> EMAIL;
            case POST -> LETTER;
        };
    }

    /** The part of a rule's code and of an address that names it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it goes to customers, who are asked first whether they want it. */
    public boolean toCustomers() {
        return this != IN_APP;
    }

    /** An address as lists show it. */
    String masked(String address) {
        return switch (this) {
            case SMS -> Masked.phone(address);
            case EMAIL -> Masked.email(address);
            case LETTER -> Masked.name(address);
            case IN_APP -> address;
        };
    }
}
