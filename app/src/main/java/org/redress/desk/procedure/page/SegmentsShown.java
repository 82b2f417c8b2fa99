package org.redress.desk.procedure.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.JourneyView;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.SegmentId;
import org.redress.desk.procedure.SegmentState;
import org.redress.ground.commitment.Clock;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;
import org.redress.platform.web.ClockChip;

/** What the ticket's sheet shows of its way through the departments. */
public record SegmentsShown(
        JourneyView view, Named named, Map<SegmentId, Clock> clocks, SegmentAttempt attempt, Instant now, ZoneId zone) {

    public @Nullable Segment open() {
        return view.open().orElse(null);
    }

    public @Nullable ClockChip clock(Segment segment, Words words) {
        Clock clock = clocks.get(segment.id());
        return clock == null ? null : clock.chip(now, words);
    }

    /** How a step is drawn. */
    public String look(Segment segment) {
        return segment.lateAt(now) ? "late" : segment.state().look();
    }

    /** Whether the reader may take up what is offered, and must first say how the step before was done. */
    public boolean offered() {
        Segment open = open();
        return open != null
                && open.state() == SegmentState.OFFERED
                && view.can().handle()
                && view.ruling() == null;
    }

    public boolean working() {
        Segment open = open();
        return open != null
                && open.state() == SegmentState.ACCEPTED
                && view.can().handle()
                && view.ruling() == null;
    }

    /** Whether the reader is the one who says how the last step was done. */
    public boolean assessing() {
        return view.awaiting() != null && open() == null && view.can().lead() && view.ruling() == null;
    }

    /** The areas for which there are procedures, with the name of each. */
    public List<Choice> areas(Words words) {
        return view.offered().entrySet().stream()
                .map(one -> new Choice(
                        one.getKey().name(),
                        words.text("procedure.area." + one.getKey()) + " · "
                                + one.getValue().name()))
                .toList();
    }

    /** The steps of the procedure that can be next. */
    public List<Choice> stages(Words words) {
        return view.ahead().stream()
                .map(stage -> new Choice(
                        Integer.toString(stage.place()),
                        words.text(
                                "segment.stage",
                                stage.place() + 1,
                                stage.task().name(),
                                named.unit(words, stage.task().unit()))))
                .toList();
    }

    public boolean decided() {
        Segment open = open();
        return open != null && open.decided();
    }

    /** Where a form is sent from the page at this address. */
    public String form(String address, String act) {
        int query = address.indexOf('?');
        return "/tickets/" + view.ticket().id().value() + "/segments/" + act
                + (query < 0 ? "" : address.substring(query));
    }

    public String form(String address, Segment segment, String act) {
        return form(address, segment.id().value() + "/" + act);
    }
}
