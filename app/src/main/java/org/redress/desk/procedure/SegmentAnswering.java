package org.redress.desk.procedure;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TaskMatters;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.springframework.stereotype.Component;

/** Who answers for a segment: whoever took it up, else the person it was sent to, else the head of the department. */
@Component
class SegmentAnswering implements Answering {

    private final SegmentRows rows;
    private final TaskMatters matters;

    SegmentAnswering(SegmentRows rows, TaskMatters matters) {
        this.rows = rows;
        this.matters = matters;
    }

    @Override
    public String kind() {
        return SegmentClocks.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        return matters.of(
                bureau,
                rows.of(bureau, ids).stream()
                        .map(segment -> new TaskMatters.Task(
                                segment.id().value(),
                                segment.ticket(),
                                segment.unit(),
                                person(segment),
                                segment.sent().by(),
                                "#segments"))
                        .toList());
    }

    private static @Nullable StaffId person(Segment segment) {
        return segment.accepted() == null
                ? segment.task().person()
                : segment.accepted().by();
    }
}
