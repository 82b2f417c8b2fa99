package org.redress.ground.notification;

import java.util.Locale;
import java.util.Map;

/**
 * A message to be sent.
 *
 * @param code which template's words, e.g. {@code ticket.received}
 * @param occasion with the kind and id of the subject the key of this message: the same again is the same message, so
 *     what goes to several people or channels says so, e.g. {@code received.sms}
 * @param parameters what stands in for the template's names, already in the language of the message
 * @param urgent whether it may leave during quiet hours
 */
public record Message(
        String code,
        MessageChannel channel,
        Locale language,
        Recipient recipient,
        About about,
        String occasion,
        Map<String, String> parameters,
        boolean urgent) {

    public Message {
        parameters = Map.copyOf(parameters);
    }
}
