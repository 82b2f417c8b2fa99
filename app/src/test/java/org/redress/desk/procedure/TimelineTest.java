package org.redress.desk.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.procedure.Handover.What;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

class TimelineTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    @Tag("S5.3")
    void a_matter_is_with_its_department_from_sending_to_finishing_and_else_with_whoever_answers_for_it() {
        Timeline timeline = TimelineReckoning.of(
                START,
                at(100),
                List.of(
                        new TimelineReckoning.Answered(START, unit(1)),
                        new TimelineReckoning.Answered(at(70), unit(9))),
                List.of(handover(What.SEND, 1, 2, 10), handover(What.FINISH, 2, 1, 40), handover(What.SEND, 1, 3, 90)));

        assertThat(timeline.byUnit())
                .containsEntry(unit(1), Duration.ofMinutes(40))
                .containsEntry(unit(2), Duration.ofMinutes(30))
                .containsEntry(unit(9), Duration.ofMinutes(20))
                .containsEntry(unit(3), Duration.ofMinutes(10));
    }

    @Property
    @net.jqwik.api.Tag("S5.3")
    void every_moment_belongs_to_one_department_and_the_times_add_up_to_the_whole(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 40) int moves,
            @ForAll @IntRange(max = 2000) int whole) {
        Random random = new Random(seed);
        List<Handover> handovers = new ArrayList<>();
        List<TimelineReckoning.Answered> answered = new ArrayList<>();
        answered.add(new TimelineReckoning.Answered(at(random.nextInt(-5, 20)), unit(1)));
        int now = random.nextInt(-20, 20);
        for (int i = 0; i < moves; i++) {
            now += random.nextInt(0, 60);
            What what = What.values()[random.nextInt(What.values().length)];
            handovers.add(handover(what, 1 + random.nextInt(5), 1 + random.nextInt(5), now));
            if (random.nextInt(4) == 0) {
                answered.add(new TimelineReckoning.Answered(at(now), unit(1 + random.nextInt(5))));
            }
        }

        Timeline timeline = TimelineReckoning.of(START, at(whole), answered, handovers);

        assertThat(timeline.byUnit().values().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofMinutes(whole));
        Instant next = START;
        for (Timeline.Stay stay : timeline.stays()) {
            assertThat(stay.from()).isEqualTo(next);
            assertThat(stay.until()).isAfter(stay.from());
            next = stay.until();
        }
    }

    private static Handover handover(What what, long from, long to, int minute) {
        return new Handover(
                minute,
                new TicketId(new UUID(0, 1)),
                new SegmentId(new UUID(0, to)),
                what,
                unit(from),
                unit(to),
                "",
                new StaffId(new UUID(0, 1)),
                at(minute));
    }

    private static UnitId unit(long number) {
        return new UnitId(new UUID(0, number));
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
