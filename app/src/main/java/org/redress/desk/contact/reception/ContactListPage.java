package org.redress.desk.contact.reception;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactFilter;
import org.redress.desk.contact.ContactSlice;
import org.redress.desk.contact.Pace;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/**
 * A list of contacts.
 *
 * @param pace how long recording took today, or null where nothing was recorded
 * @param waiting how many wait for a person's yes
 * @param mails how many mails wait for a person
 * @param writing whether the reader may take contacts
 */
public record ContactListPage(
        ContactFilter filter,
        ContactSlice slice,
        @Nullable Pace pace,
        long waiting,
        int mails,
        boolean writing,
        ZoneId zone) {

    /** The values of a filter's field, everything first. */
    public static <E extends Enum<E>> List<Choice> choices(Words words, E[] values, String prefix) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.text("contact.all")));
        Arrays.stream(values)
                .map(value -> new Choice(value.name(), words.text(prefix + value.name())))
                .forEach(choices::add);
        return choices;
    }

    public static String value(@Nullable Enum<?> chosen) {
        return chosen == null ? "" : chosen.name();
    }

    /** The same list of somebody else's contacts. */
    public String of(ContactFilter.Whose whose) {
        return address(new ContactFilter(whose, filter.channel(), filter.mood(), filter.outcome(), filter.day()), null);
    }

    public String all() {
        return address(new ContactFilter(filter.whose(), null, null, null), null);
    }

    /** A page of this list. */
    public @Nullable String page(@Nullable String cursor) {
        return cursor == null ? null : address(filter, cursor);
    }

    private static String address(ContactFilter filter, @Nullable String cursor) {
        StringJoiner query = new StringJoiner("&", "/contacts?", "");
        add(query, "whose", filter.whose().name());
        add(query, "channel", value(filter.channel()));
        add(query, "mood", value(filter.mood()));
        add(query, "outcome", value(filter.outcome()));
        add(query, "day", value(filter.day()));
        add(query, "at", cursor == null ? "" : cursor);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
