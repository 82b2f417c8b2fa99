package org.redress.ground.notification;

import java.util.Locale;

/** Which template: the occasion, the channel and the language. */
public record TemplateKey(String code, MessageChannel channel, Locale language) {

    /** Its page. */
    public String path() {
        return "/messages/templates/" + code + "/" + channel.slug() + "/" + language.toLanguageTag();
    }
}
