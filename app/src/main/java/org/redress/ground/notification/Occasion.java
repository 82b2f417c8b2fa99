package org.redress.ground.notification;

import java.util.List;

/**
 * Something that people are written to about.
 *
 * @param code e.g. {@code ticket.received}; its text is {@code message.code.CODE}
 * @param channels on which there are words for it
 * @param names the only ones that its templates may ask for
 */
public record Occasion(String code, List<MessageChannel> channels, List<String> names) {

    public Occasion {
        channels = List.copyOf(channels);
        names = List.copyOf(names);
    }
}
