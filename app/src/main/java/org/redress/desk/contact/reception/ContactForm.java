package org.redress.desk.contact.reception;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Draft;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.Channel;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.TelephoneNumber;
import org.redress.platform.database.Ids;

/**
 * A contact as it is typed; nothing typed is ever lost on the way.
 *
 * @param id of the draft, and of the contact that it becomes
 * @param page the window
 * @param seen version of the draft that the window began with
 * @param begun when the form was opened first, in milliseconds since 1970
 * @param q what was typed to find the customer
 * @param customer who was chosen, else null
 * @param spoken date and time at the bureau, as the browser writes them; empty for now
 */
public record ContactForm(
        UUID id,
        UUID page,
        int seen,
        long begun,
        @Nullable Channel channel,
        @Nullable Mood mood,
        @Nullable UUID customer,
        String q,
        String name,
        String phone,
        String email,
        String address,
        String words,
        String answer,
        String subject,
        String place,
        String postalCode,
        String spoken) {

    public ContactForm {
        q = given(q);
        name = given(name);
        phone = given(phone);
        email = given(email);
        address = given(address);
        words = given(words);
        answer = given(answer);
        subject = given(subject);
        place = given(place);
        postalCode = given(postalCode);
        spoken = given(spoken);
    }

    /** A field that the browser did not send is empty. */
    @SuppressWarnings("NullAway") // the binder hands in null
    private static String given(String value) {
        return value == null ? "" : value;
    }

    static ContactForm fresh(Instant now, @Nullable UUID customer) {
        return new ContactForm(
                Ids.next(),
                Ids.next(),
                0,
                now.toEpochMilli(),
                Channel.HOT_LINE,
                null,
                customer,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    /** A draft in a window of its own. */
    static ContactForm of(Draft draft) {
        Map<String, String> typed = draft.typed();
        return new ContactForm(
                draft.id().value(),
                Ids.next(),
                draft.version(),
                draft.begunAt().toEpochMilli(),
                typed.containsKey("channel") ? Channel.valueOf(typed.get("channel")) : Channel.HOT_LINE,
                typed.containsKey("mood") ? Mood.valueOf(typed.get("mood")) : null,
                typed.containsKey("customer") ? UUID.fromString(typed.get("customer")) : null,
                typed.getOrDefault("q", ""),
                typed.getOrDefault("name", ""),
                typed.getOrDefault("phone", ""),
                typed.getOrDefault("email", ""),
                typed.getOrDefault("address", ""),
                typed.getOrDefault("words", ""),
                typed.getOrDefault("answer", ""),
                typed.getOrDefault("subject", ""),
                typed.getOrDefault("place", ""),
                typed.getOrDefault("postalCode", ""),
                typed.getOrDefault("spoken", ""));
    }

    /** The same with another customer, or with none. */
    ContactForm choosing(@Nullable UUID other) {
        return new ContactForm(
                id,
                page,
                seen,
                begun,
                channel,
                mood,
                other,
                q,
                name,
                phone,
                email,
                address,
                words,
                answer,
                subject,
                place,
                postalCode,
                spoken);
    }

    /** What is kept of it as a draft: everything that is not empty. */
    Map<String, String> typed() {
        Map<String, String> typed = lines();
        typed.put("channel", channel == null ? "" : channel.name());
        typed.put("mood", mood == null ? "" : mood.name());
        typed.put("customer", customer == null ? "" : customer.toString());
        typed.values().removeIf(String::isEmpty);
        return typed;
    }

    /** The fields that are written by hand. */
    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("q", q);
        lines.put("name", name);
        lines.put("phone", phone);
        lines.put("email", email);
        lines.put("address", address);
        lines.put("words", words);
        lines.put("answer", answer);
        lines.put("subject", subject);
        lines.put("place", place);
        lines.put("postalCode", postalCode);
        lines.put("spoken", spoken);
        return lines;
    }

    Instant begunAt() {
        return Instant.ofEpochMilli(begun);
    }

    @Nullable
    Instant spokenAt(ZoneId zone) {
        try {
            return spoken.isBlank()
                    ? null
                    : LocalDateTime.parse(spoken.strip()).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether somebody is to be put on file. */
    public boolean newcomer() {
        return customer == null && !(name.isBlank() && phone.isBlank() && email.isBlank());
    }

    NewContact.From from(String region) {
        if (customer != null) {
            return new NewContact.Known(new CustomerId(customer));
        }
        return newcomer()
                ? new NewContact.Newcomer(new CustomerDraft(
                        "desk",
                        null,
                        blankToNull(name),
                        blankToNull(phone),
                        TelephoneNumber.e164(phone, region),
                        blankToNull(email),
                        blankToNull(address)))
                : new NewContact.Anonymous();
    }

    /** The contact; only for a form without faults. */
    NewContact contact(ZoneId zone, String region, NewContact.Wish wish) {
        return new NewContact(
                new ContactId(id),
                channel == null ? Channel.OTHER : channel,
                from(region),
                words,
                mood == null ? Mood.CALM : mood,
                spokenAt(zone),
                begunAt(),
                wish);
    }

    private static @Nullable String blankToNull(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
