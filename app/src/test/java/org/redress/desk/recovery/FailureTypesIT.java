package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.text.Words;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S4.1")
class FailureTypesIT {

    @Autowired
    private Bureaus bureaus;

    @Autowired
    private FailureTypes types;

    @Test
    void a_new_bureau_has_three_groups_fifteen_types_and_telecom_types_below_each() {
        Actor actor = founded();

        List<FailureNode> groups = types.tree(actor);
        List<FailureNode> fifteen =
                groups.stream().flatMap(group -> group.below().stream()).toList();

        assertThat(groups)
                .extracting(group -> group.type().code())
                .containsExactly("delivery", "request", "unprompted");
        assertThat(fifteen)
                .hasSize(15)
                .allSatisfy(type -> assertThat(type.below()).isNotEmpty());
        assertThat(types.leaves(actor))
                .isEqualTo(fifteen.stream()
                        .flatMap(type -> type.below().stream())
                        .map(FailureNode::type)
                        .toList());
    }

    @Test
    void a_ticket_can_be_of_a_telecom_type_and_of_nothing_else() {
        Actor actor = founded();

        assertThat(types.exists(actor, "repair-late")).isTrue();
        assertThat(types.exists(actor, "alterations-repairs")).isFalse();
        assertThat(types.exists(actor, "no-such-type")).isFalse();
        assertThat(FailureTypes.name(Words.of(Words.ENGLISH), "repair-late")).isEqualTo("Repair late");
        assertThat(FailureTypes.name(Words.of(Words.ENGLISH), "no-such-type")).isEqualTo("no-such-type");
    }

    private Actor founded() {
        return bureaus.command(bureaus.found("甲", "A", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false));
    }
}
