package org.redress.desk.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.procedure.Handover.What;
import org.redress.desk.procedure.ThrownAroundPolicy.Stop;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

@Tag("S5.2")
class ThrownAroundPolicyTest {

    private static final ThrownAroundPolicy POLICY = new ThrownAroundPolicy(2, 4);

    @Test
    void the_second_return_between_the_same_two_stops_the_matter_in_whichever_direction() {
        assertThat(POLICY.judge(List.of(thrown(What.RETURN, 2, 1)))).isEmpty();
        assertThat(POLICY.judge(List.of(thrown(What.RETURN, 2, 1), thrown(What.RETURN, 2, 1))))
                .contains(new Stop(Ruling.Cause.RETURNS, 2));
        assertThat(POLICY.judge(List.of(thrown(What.RETURN, 2, 1), thrown(What.REFUSE, 1, 2))))
                .contains(new Stop(Ruling.Cause.RETURNS, 2));
    }

    @Test
    void the_fourth_department_stops_it_though_no_two_threw_it_twice() {
        List<Handover> three = List.of(thrown(What.RETURN, 2, 1), thrown(What.RETURN, 3, 1));
        assertThat(POLICY.judge(three)).isEmpty();
        assertThat(POLICY.judge(
                        List.of(thrown(What.RETURN, 2, 1), thrown(What.RETURN, 3, 1), thrown(What.RETURN, 4, 1))))
                .contains(new Stop(Ruling.Cause.DEPARTMENTS, 4));
    }

    @Test
    void a_procedure_through_many_departments_is_not_thrown_around() {
        assertThat(POLICY.judge(List.of(
                        thrown(What.SEND, 1, 2),
                        thrown(What.FINISH, 2, 1),
                        thrown(What.SEND, 1, 3),
                        thrown(What.FINISH, 3, 1),
                        thrown(What.SEND, 1, 4),
                        thrown(What.CANCEL, 4, 1),
                        thrown(What.SEND, 1, 5))))
                .isEmpty();
    }

    @Test
    void what_a_department_gives_back_to_itself_does_not_count() {
        assertThat(POLICY.judge(List.of(thrown(What.RETURN, 1, 1), thrown(What.RETURN, 1, 1))))
                .isEmpty();
    }

    private static Handover thrown(What what, long from, long to) {
        return new Handover(
                0,
                new TicketId(new UUID(0, 1)),
                new SegmentId(new UUID(0, 1)),
                what,
                new UnitId(new UUID(0, from)),
                new UnitId(new UUID(0, to)),
                "",
                new StaffId(new UUID(0, 1)),
                Instant.EPOCH);
    }
}
