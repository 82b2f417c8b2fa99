package org.redress.desk.contact.reception;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.MailContacts;

/**
 * A mail that waits.
 *
 * @param holder the colleague who has it in hand, or null
 * @param mine whether the reader has
 * @param writing whether the reader may do something with it
 * @param faults what is wrong with what was typed, by field
 */
public record MailPage(
        MailContacts.Opened opened,
        @Nullable String holder,
        boolean mine,
        boolean writing,
        Map<String, String> faults,
        ZoneId zone) {

    public String path() {
        return MailDesk.LIST + "/" + opened.mail().id();
    }
}
