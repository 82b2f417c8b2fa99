package org.redress.ground.notification;

import java.util.Map;
import java.util.function.Function;
import org.redress.platform.text.Words;

/**
 * What somebody should hear of, before it is said in their language and sent on their way.
 *
 * @param code which template's words, e.g. {@code ticket.received}
 * @param occasion as that of a {@link Message}: the same again is the same notice
 * @param says what stands in for the template's names
 * @param urgent whether it may come during quiet hours
 */
public record Notice(
        String code, About about, String occasion, Function<Words, Map<String, String>> says, boolean urgent) {

    /** One that keeps quiet hours. */
    public Notice(String code, About about, String occasion, Function<Words, Map<String, String>> says) {
        this(code, about, occasion, says, false);
    }

    Message to(Recipient recipient, MessageChannel channel, Words words) {
        return new Message(code, channel, words.locale(), recipient, about, occasion, says.apply(words), urgent);
    }
}
