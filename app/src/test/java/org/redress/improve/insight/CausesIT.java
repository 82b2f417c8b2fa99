package org.redress.improve.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
class CausesIT {

    @Autowired
    Offices offices;

    @Autowired
    Causes causes;

    private static Cause coded(List<Cause> tree, String code) {
        return tree.stream()
                .filter(cause -> cause.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_new_bureau_begins_with_the_tree_of_the_file_in_its_order() {
        List<Cause> tree = causes.tree(offices.found());
        assertThat(tree)
                .extracting(Cause::code)
                .containsExactlyElementsOf(DefaultCauses.read().stream()
                        .map(DefaultCauses.Entry::code)
                        .toList());
        assertThat(coded(tree, "line").depth()).isZero();
        assertThat(coded(tree, "line.splitter").depth()).isEqualTo(1);
        assertThat(tree).allSatisfy(cause -> assertThat(cause.active()).isTrue());
    }

    @Test
    void a_retired_group_takes_all_below_it_off_the_offer_and_nothing_off_the_tree() {
        Actor actor = offices.found();
        Cause line = coded(causes.tree(actor), "line");
        causes.retire(actor, line.id(), line.version());
        assertThat(causes.offered(actor)).noneMatch(cause -> cause.code().startsWith("line"));
        assertThat(causes.tree(actor)).anyMatch(cause -> cause.code().equals("line.splitter"));
        Cause retired = coded(causes.tree(actor), "line");
        causes.restore(actor, retired.id(), retired.version());
        assertThat(causes.offered(actor)).anyMatch(cause -> cause.code().equals("line.splitter"));
    }

    @Test
    void causes_are_added_renamed_and_moved_by_those_who_keep_them() {
        Actor quality = offices.hire(offices.found(), Posts.QUALITY, "31");
        Cause billing = coded(causes.tree(quality), "billing");
        CauseId added = causes.add(quality, billing.id(), " 发票开不出 ", "No invoice");
        Cause made = causes.find(quality, added).orElseThrow();
        assertThat(made.nameZh()).isEqualTo("发票开不出");
        assertThat(made.code()).startsWith("billing.");
        causes.move(quality, added, made.version(), true);
        List<String> below = causes.tree(quality).stream()
                .filter(cause -> billing.id().equals(cause.parent()))
                .map(Cause::code)
                .toList();
        assertThat(below.indexOf(made.code())).isEqualTo(below.size() - 2);
        causes.rename(quality, added, made.version() + 1, "电子发票开不出", "No e-invoice");
        assertThat(causes.find(quality, added).orElseThrow().nameEn()).isEqualTo("No e-invoice");
    }

    @Test
    void a_cause_that_somebody_else_has_changed_is_not_changed_unseen() {
        Actor actor = offices.found();
        Cause line = coded(causes.tree(actor), "line");
        causes.rename(actor, line.id(), line.version(), "线路", "Lines");
        assertThatThrownBy(() -> causes.rename(actor, line.id(), line.version(), "设备", "Equipment"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cause.stale");
    }

    @Test
    void who_may_not_keep_the_tree_cannot_change_it() {
        Actor agent = offices.hire(offices.found(), Posts.AGENT, "7");
        Cause line = coded(causes.tree(agent), "line");
        assertThatThrownBy(() -> causes.add(agent, null, "别的", "Other"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("access.denied");
        assertThatThrownBy(() -> causes.retire(agent, line.id(), line.version()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_name_must_be_one_and_a_tree_has_a_bottom() {
        Actor actor = offices.found();
        assertThatThrownBy(() -> causes.add(actor, null, "  ", "x"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cause.name");
        CauseId at = causes.add(actor, null, "一", "One");
        at = causes.add(actor, at, "二", "Two");
        at = causes.add(actor, at, "三", "Three");
        CauseId deepest = causes.add(actor, at, "四", "Four");
        assertThatThrownBy(() -> causes.add(actor, deepest, "五", "Five"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cause.deep");
    }
}
