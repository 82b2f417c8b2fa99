package org.redress.desk.contact.reception;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Draft;
import org.redress.desk.contact.Drawn;
import org.redress.desk.ticket.Channel;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/**
 * The one screen on which a contact is taken.
 *
 * @param faults what is wrong, by field; empty for a fresh form
 * @param elsewhere when another window went on with this draft, or null
 * @param file of the customer who was chosen, or null
 * @param found customers to choose from; null while nothing was looked for
 * @param drafts other contacts that I have begun
 * @param told what other modules show beside the words
 */
public record ReceptionPage(
        ContactForm form,
        Map<String, String> faults,
        @Nullable Instant elsewhere,
        @Nullable CustomerFile file,
        @Nullable CustomerHits found,
        List<Draft> drafts,
        List<Drawn> told,
        ZoneId zone,
        Instant now) {

    private static final int EXCERPT = 40;

    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    /** The latest moment that can be told, as the browser writes it. */
    public String latest() {
        return LocalDateTime.ofInstant(now, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    public static List<Choice> channels(Words words) {
        return Arrays.stream(Channel.values())
                .map(channel -> new Choice(channel.name(), words.text("ticket.channel." + channel.name())))
                .toList();
    }

    /** The beginning of what was typed. */
    public static String excerpt(Draft draft) {
        String words = draft.typed().getOrDefault("words", draft.typed().getOrDefault("q", ""));
        return words.codePointCount(0, words.length()) <= EXCERPT
                ? words
                : words.substring(0, words.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
