package org.redress.desk.ticket.workplace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.TelephoneNumber;
import org.redress.platform.text.Words;

/**
 * A new ticket as it is typed at the desk; nothing typed is ever lost on the way.
 *
 * @param received date and time at the bureau, as the browser writes them; empty for now
 */
public record NewTicketForm(
        @Nullable TicketKind kind,
        @Nullable Channel channel,
        String subject,
        String text,
        String name,
        String phone,
        String email,
        String place,
        String postalCode,
        String received) {

    static final NewTicketForm EMPTY =
            new NewTicketForm(TicketKind.COMPLAINT, Channel.HOT_LINE, "", "", "", "", "", "", "", "");

    private static final int LONGEST_LINE = 200;
    private static final int YEARS_BACK = 20;

    /** What no keyboard types and no screen shows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    private static final Pattern MAILBOX = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    public NewTicketForm {
        subject = given(subject);
        text = given(text);
        name = given(name);
        phone = given(phone);
        email = given(email);
        place = given(place);
        postalCode = given(postalCode);
        received = given(received);
    }

    /** A field that the browser did not send is empty. */
    @SuppressWarnings("NullAway") // the binder hands in null
    private static String given(String value) {
        return value == null ? "" : value;
    }

    /** What cannot be taken as it stands, by field, in words. */
    Map<String, String> faults(Words words, ZoneId zone, Instant now) {
        Map<String, String> faults = new LinkedHashMap<>();
        lines().forEach((field, value) -> {
            if (UNSEEN.matcher(value).find()) {
                faults.put(field, words.text("ticket.new.unseen"));
            } else if (!field.equals("subject") && !field.equals("text") && value.length() > LONGEST_LINE) {
                faults.put(field, words.text("ticket.new.long", LONGEST_LINE));
            }
        });
        if (!phone.isBlank() && phone.chars().noneMatch(Character::isDigit)) {
            faults.putIfAbsent("phone", words.text("ticket.new.phone"));
        }
        if (!email.isBlank() && !MAILBOX.matcher(email.strip()).matches()) {
            faults.putIfAbsent("email", words.text("ticket.new.email"));
        }
        if (!received.isBlank() && !plausible(zone, now)) {
            faults.putIfAbsent("received", words.text("ticket.new.received", YEARS_BACK));
        }
        return faults;
    }

    private Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("subject", subject);
        lines.put("text", text);
        lines.put("name", name);
        lines.put("phone", phone);
        lines.put("email", email);
        lines.put("place", place);
        lines.put("postalCode", postalCode);
        return lines;
    }

    private boolean plausible(ZoneId zone, Instant now) {
        Instant moment = moment(zone);
        return moment != null
                && !moment.isAfter(now)
                && moment.isAfter(now.atZone(zone).minusYears(YEARS_BACK).toInstant());
    }

    private @Nullable Instant moment(ZoneId zone) {
        try {
            return received.isBlank()
                    ? null
                    : LocalDateTime.parse(received.strip()).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The matter; only for a form without faults. */
    NewTicket matter(ZoneId zone, String region) {
        return new NewTicket(
                kind == null ? TicketKind.COMPLAINT : kind,
                channel == null ? Channel.OTHER : channel,
                subject,
                text,
                customer(region),
                blankToNull(place),
                blankToNull(postalCode),
                moment(zone));
    }

    private @Nullable CustomerDraft customer(String region) {
        if (name.isBlank() && phone.isBlank() && email.isBlank()) {
            return null;
        }
        return new CustomerDraft(
                "desk",
                null,
                blankToNull(name),
                blankToNull(phone),
                TelephoneNumber.e164(phone, region),
                blankToNull(email),
                null);
    }

    private static @Nullable String blankToNull(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
