package org.redress.desk.fault.page;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Drawn;
import org.redress.desk.fault.Diagnosis;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.LineFile;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.party.CustomerCard;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/**
 * The one screen of the fault desk.
 *
 * @param matter the ticket that gets the work order; null where the report opens one
 * @param number what was looked for
 * @param found lines to choose from; null while one is chosen or nothing was looked for
 * @param file of the line that was chosen, or null
 * @param tickets of its faults, by id; those that the reader may see
 * @param writing whether the reader may test and report
 * @param told what others show beside the customer's words
 * @param field at fault in a report that came back, or null
 */
public record ReportPage(
        @Nullable Matter matter,
        String number,
        @Nullable List<Line> found,
        @Nullable LineFile file,
        @Nullable CustomerCard customer,
        Map<TicketId, TicketCard> tickets,
        ReportForm form,
        Named named,
        boolean writing,
        List<Drawn> told,
        @Nullable String field,
        String error,
        Instant now,
        ZoneId zone) {

    public Diagnosis.Path path(LineFile of) {
        return Diagnosis.walk(of.line().service(), form.answers());
    }

    /** Where a line is chosen. */
    public String choosing(Line one) {
        return ReportDesk.address(one.id(), form.ticket());
    }

    /** Whether a report of the line that was chosen can be sent from here. */
    public boolean reporting() {
        return writing && file != null && file.open() == null && (matter == null || matter.barred() == null);
    }

    /** The name under which a report that is begun about a line is kept. */
    public static String draft(UUID line) {
        return "/faults?line=" + line;
    }

    public @Nullable String fault(String at) {
        return at.equals(field) ? error : null;
    }

    public static List<Choice> channels(Words words) {
        return Arrays.stream(Channel.values())
                .map(channel -> new Choice(channel.name(), words.text("ticket.channel." + channel.name())))
                .toList();
    }

    /** The repair post of the exchange, and every other unit. */
    public List<Choice> units(LineFile of, Words words) {
        List<Choice> units = new ArrayList<>();
        if (of.post() != null) {
            units.add(new Choice("", words.text("fault.new.unit.exchange", named.unit(words, of.post()))));
        }
        units.addAll(named.choices(words));
        return units;
    }

    /** The earliest moment that can be agreed, as the browser writes it. */
    public String earliest() {
        return LocalDateTime.ofInstant(now, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
