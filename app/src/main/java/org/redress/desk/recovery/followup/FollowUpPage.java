package org.redress.desk.recovery.followup;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;
import org.redress.platform.web.ClockChip;

/**
 * One questionnaire: what was asked, what was answered, who calls and what that came to.
 *
 * @param number of the ticket, or empty
 * @param place that was down where it is about a run of credits, or empty
 * @param runs whether the reader may look at runs of credits
 * @param clock of the call, or null
 * @param enter whether the reader may enter an answer
 * @param call whether the reader may take over and call
 * @param mine whether the call is the reader's
 */
public record FollowUpPage(
        FollowUp one,
        String number,
        String place,
        boolean runs,
        String customer,
        List<FollowUpStep> steps,
        Map<StaffId, StaffMember> people,
        @Nullable ClockChip clock,
        boolean apart,
        boolean enter,
        boolean call,
        boolean mine,
        Attempt attempt,
        ZoneId zone) {

    public String person(@Nullable StaffId id) {
        StaffMember member = id == null ? null : people.get(id);
        return member == null ? "" : member.name();
    }

    public static List<Choice> channels(Words words) {
        return Arrays.stream(Channel.values())
                .map(one -> new Choice(one.name(), words.text("ticket.channel." + one.name())))
                .toList();
    }
}
