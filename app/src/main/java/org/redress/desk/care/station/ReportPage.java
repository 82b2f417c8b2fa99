package org.redress.desk.care.station;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.care.preference.PreferencesShown;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * The one screen on which a report is taken, and on which it stands afterwards.
 *
 * @param questions in the version in which they are asked
 * @param write whether the reader may take it
 * @param opening whether they may open tickets
 * @param ticket number of the ticket that it became, or empty
 * @param preferences what the member wants us to mind; null for whoever may not read it
 */
public record ReportPage(
        Report report,
        Station station,
        Period period,
        String customer,
        List<Question> questions,
        List<Mark> marks,
        List<AskAttempt> attempts,
        Map<StaffId, StaffMember> people,
        boolean write,
        boolean opening,
        String ticket,
        @Nullable PreferencesShown preferences,
        Attempt attempted,
        Instant now,
        ZoneId zone) {

    public String person(StaffId id) {
        return CareDesk.name(people, id);
    }

    public @Nullable Mark mark(Question question) {
        return marks.stream()
                .filter(one -> one.place() == question.place())
                .findFirst()
                .orElse(null);
    }

    public static String answer(Words words, Question question, Mark mark) {
        return StationReports.answer(words, question.kind(), mark.value());
    }

    /** The latest moment that can be told, as the browser writes it. */
    public String latest() {
        return LocalDateTime.ofInstant(now, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    public static List<Choice> channels(Words words) {
        return Arrays.stream(Channel.values())
                .map(one -> new Choice(one.name(), words.text("ticket.channel." + one.name())))
                .toList();
    }
}
