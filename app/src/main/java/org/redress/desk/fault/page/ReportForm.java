package org.redress.desk.fault.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Mood;
import org.redress.desk.fault.Diagnosis;
import org.redress.desk.fault.LineId;
import org.redress.desk.fault.NewFault;
import org.redress.desk.fault.NewOrder;
import org.redress.desk.ticket.Channel;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;

/**
 * A report as it is typed; nothing typed is lost on the way through questions and tests.
 *
 * @param contact id of the contact that it becomes
 * @param ticket on which the work order is put instead; null where there is none yet
 * @param begun when the screen was opened, in milliseconds since 1970
 * @param said the answers so far, {@code tone.none,sets.one}
 * @param from date and time at the bureau, as the browser writes them; empty where nothing is agreed
 */
public record ReportForm(
        @Nullable UUID contact,
        @Nullable UUID line,
        @Nullable UUID ticket,
        @Nullable Long begun,
        String said,
        @Nullable Channel channel,
        @Nullable Mood mood,
        String words,
        String unit,
        String from,
        String until,
        @Nullable Boolean wished) {

    public ReportForm {
        said = given(said);
        words = given(words);
        unit = given(unit);
        from = given(from);
        until = given(until);
    }

    /** A field that the browser did not send is empty. */
    @SuppressWarnings("NullAway") // the binder hands in null
    private static String given(String value) {
        return value == null ? "" : value;
    }

    static ReportForm fresh(@Nullable UUID line, @Nullable UUID ticket, Instant now) {
        return new ReportForm(
                Ids.next(), line, ticket, now.toEpochMilli(), "", Channel.HOT_LINE, null, "", "", "", "", null);
    }

    List<Diagnosis.Said> answers() {
        return Arrays.stream(said.split(","))
                .map(one -> one.split("\\.", -1))
                .filter(part -> part.length == 2)
                .map(part -> new Diagnosis.Said(part[0], part[1]))
                .toList();
    }

    /** The same with another answer. */
    ReportForm saying(String answer) {
        return said(said.isEmpty() ? answer : said + "," + answer);
    }

    /** The same without the answer to a question and all after it. */
    ReportForm unsaying(String question) {
        List<Diagnosis.Said> kept = new ArrayList<>();
        for (Diagnosis.Said one : answers()) {
            if (one.question().equals(question)) {
                break;
            }
            kept.add(one);
        }
        return said(
                kept.stream().map(one -> one.question() + "." + one.answer()).collect(Collectors.joining(",")));
    }

    /** The same as one that was begun before it: since then, with what was said there, the answer given last included. */
    ReportForm begun(Map<String, String> typed) {
        ReportForm said = with(since(typed.getOrDefault("begun", "")), typed.getOrDefault("said", ""));
        String undo = typed.getOrDefault("undo", "");
        String answer = typed.getOrDefault("answer", "");
        ReportForm kept = undo.isEmpty() ? said : said.unsaying(undo);
        return answer.isEmpty() ? kept : kept.saying(answer);
    }

    /** What was typed where it is a moment before this one was opened, else when that was. */
    private @Nullable Long since(String typed) {
        try {
            long at = Long.parseLong(typed);
            return begun == null || at > begun ? begun : Long.valueOf(at);
        } catch (NumberFormatException e) {
            return begun;
        }
    }

    private ReportForm said(String other) {
        return with(begun, other);
    }

    private ReportForm with(@Nullable Long since, String answers) {
        return new ReportForm(contact, line, ticket, since, answers, channel, mood, words, unit, from, until, wished);
    }

    LineId chosen() {
        if (line == null) {
            throw Problem.absent("fault.line.absent");
        }
        return new LineId(line);
    }

    NewOrder order(ZoneId zone) {
        return new NewOrder(
                chosen(),
                answers(),
                FaultTyped.unit(unit),
                FaultTyped.window(from, until, zone),
                Boolean.TRUE.equals(wished));
    }

    NewFault fault(ZoneId zone) {
        if (mood == null) {
            throw Problem.invalid("fault.mood", "mood");
        }
        return new NewFault(
                new ContactId(contact == null ? Ids.next() : contact),
                chosen(),
                Objects.requireNonNullElse(channel, Channel.OTHER),
                mood,
                words,
                null,
                begun == null ? null : Instant.ofEpochMilli(begun),
                answers(),
                FaultTyped.unit(unit),
                FaultTyped.window(from, until, zone),
                Boolean.TRUE.equals(wished));
    }
}
