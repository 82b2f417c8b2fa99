package org.redress.desk.recovery.voice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.desk.contact.Contact;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * What a customer said would put it right, and the form to ask.
 *
 * @param voices the latest first
 * @param contacts from which it can be taken, the latest first
 * @param may whether the reader may record it now
 * @param owed whether the ticket reports a failure that is in hand, so that it should be asked
 */
public record VoiceShown(
        TicketId ticket,
        List<Voice> voices,
        List<Contact> contacts,
        Map<StaffId, String> names,
        boolean may,
        boolean owed,
        ZoneId zone,
        Attempt attempt) {

    private static final int TELLING = 40;

    public String path() {
        return VoiceDesk.path(ticket);
    }

    public String name(StaffId person) {
        return names.getOrDefault(person, "");
    }

    public List<Choice> said(Words words) {
        return Stream.of(Said.values())
                .map(one -> new Choice(one.name(), words.text("voice.said." + one)))
                .toList();
    }

    /** The contacts by when they were and how they begin; the first choice is none. */
    public List<Choice> from(Words words) {
        return Stream.concat(
                        Stream.of(new Choice("", words.text("voice.from.now"))),
                        contacts.stream().map(one -> new Choice(one.id().value().toString(), told(words, one))))
                .toList();
    }

    private String told(Words words, Contact contact) {
        Instant at = contact.spokenAt();
        String said = contact.words().replaceAll("\\s+", " ");
        return words.dateTime(at, zone) + " " + (said.length() > TELLING ? said.substring(0, TELLING) + "…" : said);
    }

    public String typed(String field) {
        return attempt.value(VoiceDesk.FORM, field, "");
    }
}
