package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.fault.RepairStep.ACCEPT;
import static org.redress.desk.fault.RepairStep.APPOINT;
import static org.redress.desk.fault.RepairStep.ARRIVE;
import static org.redress.desk.fault.RepairStep.CONFIRM;
import static org.redress.desk.fault.RepairStep.DENY;
import static org.redress.desk.fault.RepairStep.FAIL;
import static org.redress.desk.fault.RepairStep.NOT_REACHED;
import static org.redress.desk.fault.RepairStep.RESTORE;
import static org.redress.desk.fault.RepairStep.SEND;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.platform.text.Words;

@Tag("S5.6")
class RepairStateTest {

    private static final Map<RepairState, Set<RepairStep>> LEGAL = Map.of(
            RepairState.SENT, Set.of(SEND, ACCEPT, APPOINT),
            RepairState.ACCEPTED, Set.of(SEND, ARRIVE, RESTORE, FAIL, APPOINT),
            RepairState.ON_SITE, Set.of(RESTORE, FAIL, APPOINT),
            RepairState.NOT_RESTORED, Set.of(SEND, APPOINT),
            RepairState.RESTORED, Set.of(CONFIRM, DENY, NOT_REACHED),
            RepairState.CONFIRMED, Set.of(),
            RepairState.UNREACHED, Set.of(),
            RepairState.WITHDRAWN, Set.of());

    @Test
    void from_each_state_people_can_do_exactly_this() {
        for (RepairState state : RepairState.values()) {
            assertThat(state.legal()).as(state.name()).isEqualTo(LEGAL.get(state));
        }
    }

    @Test
    void only_the_customers_word_tries_in_vain_or_the_end_of_the_ticket_end_an_order() {
        for (RepairState state : RepairState.values()) {
            assertThat(state.open())
                    .isEqualTo(!Set.of(RepairState.CONFIRMED, RepairState.UNREACHED, RepairState.WITHDRAWN)
                            .contains(state));
        }
        assertThat(RepairStep.CONFIRM.from()).containsExactly(RepairState.RESTORED);
    }

    @Test
    void a_refusal_names_what_is_possible_in_both_languages() {
        RepairResult.Refused refused = new RepairResult.Refused(RepairState.RESTORED, RepairState.RESTORED.legal());

        assertThat(refused.text(Words.of(Words.ENGLISH)))
                .isEqualTo(
                        "It stands at “Restored, to be confirmed”. Possible now: Customer confirms, Customer denies, Customer not reached.");
        assertThat(refused.text(Words.of(Words.CHINESE))).isEqualTo("现在是“已修复，待客户确认”，只能：客户确认修好、客户说没修好、没联系上客户。");
        assertThat(new RepairResult.Refused(RepairState.CONFIRMED, Set.of()).text(Words.of(Words.ENGLISH)))
                .contains("nothing more can be done");
    }
}
