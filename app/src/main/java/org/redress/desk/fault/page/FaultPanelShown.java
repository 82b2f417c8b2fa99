package org.redress.desk.fault.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.fault.FaultCause;
import org.redress.desk.fault.FaultShown;
import org.redress.desk.fault.RepairStep;
import org.redress.desk.ticket.Channel;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;
import org.redress.platform.web.ClockChip;

/** What the ticket's sheet shows of its fault. */
public record FaultPanelShown(FaultShown shown, Named named, FaultAttempt attempt, Instant now, ZoneId zone) {

    /** Steps that say how the customer was asked. */
    private static final Set<RepairStep> ASKED = Set.of(RepairStep.CONFIRM, RepairStep.DENY, RepairStep.NOT_REACHED);

    public boolean may(RepairStep step) {
        return shown.may().contains(step);
    }

    public @Nullable ClockChip clock(Words words) {
        return shown.clock() == null ? null : shown.clock().chip(now, words);
    }

    /** Where a form is sent from the page at this address. */
    public String form(String address, String act) {
        int query = address.indexOf('?');
        return "/faults/" + shown.fault().id().value() + "/" + act + (query < 0 ? "" : address.substring(query));
    }

    public static List<Choice> causes(Words words) {
        return Stream.concat(
                        Stream.of(new Choice("", words.text("fault.choose"))),
                        Arrays.stream(FaultCause.values())
                                .map(cause -> new Choice(cause.name(), words.text("fault.cause." + cause))))
                .toList();
    }

    public static List<Choice> channels(Words words) {
        return Arrays.stream(Channel.values())
                .map(channel -> new Choice(channel.name(), words.text("ticket.channel." + channel.name())))
                .toList();
    }

    /** What a step was about, in words; empty where nothing. */
    public static String about(RepairStep what, @Nullable String about, Words words) {
        return about == null ? "" : words.text((ASKED.contains(what) ? "ticket.channel." : "fault.cause.") + about);
    }
}
