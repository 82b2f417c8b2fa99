package org.redress.improve.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.TicketChanged;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
class PreventionsIT {

    @Autowired
    Offices offices;

    @Autowired
    MockMvc web;

    @Autowired
    Causes causes;

    @Autowired
    Preventions preventions;

    @Autowired
    CustomerBases bases;

    @Autowired
    SomeFacts facts;

    @Autowired
    Clock clock;

    private Actor command;
    private Actor quality;
    private LocalDate today;
    private Cause group;
    private Cause cause;

    @BeforeEach
    void found() {
        command = offices.found();
        quality = offices.hire(command, Posts.QUALITY, "31");
        today = LocalDate.ofInstant(clock.instant(), quality.zone());
        List<Cause> tree = causes.tree(quality);
        group = tree.stream()
                .filter(one -> one.code().equals("line"))
                .findFirst()
                .orElseThrow();
        cause = tree.stream()
                .filter(one -> one.code().equals("line.splitter"))
                .findFirst()
                .orElseThrow();
    }

    private NewPrevention words(CauseId against, String place) {
        return new NewPrevention(against, "换防水分光箱", "每千户件数", place, quality.staff(), today.plusDays(20));
    }

    private Prevention inEffect(CauseId against, String place, LocalDate from) {
        PreventionId id = preventions.open(quality, words(against, place));
        preventions.start(quality, id, 1);
        assertThat(preventions.takeEffect(quality, id, 2, from)).isInstanceOf(PreventionResult.Done.class);
        return preventions.get(quality, id);
    }

    /** So many tickets of the cause before and after a day, eight weeks on each side. */
    private void happened(String place, LocalDate change, int before, int after) {
        List<TicketChanged.Fact> first = SomeFacts.spread(
                quality,
                place,
                change.minusDays(56).atStartOfDay(quality.zone()).toInstant(),
                56,
                before);
        List<TicketChanged.Fact> second = SomeFacts.spread(
                quality, place, change.atStartOfDay(quality.zone()).toInstant(), 56, after);
        facts.send(quality, first);
        facts.send(quality, second);
        facts.name(quality, cause.id(), first, clock.instant());
        facts.name(quality, cause.id(), second, clock.instant());
    }

    private Effect effect(Prevention one) {
        return of(preventions.effects(quality, List.of(one)), one);
    }

    private static Effect of(Map<PreventionId, Effect> effects, Prevention one) {
        return Objects.requireNonNull(effects.get(one.id()));
    }

    @Test
    void an_action_goes_from_planned_to_done_and_says_since_when_it_holds() {
        PreventionId id = preventions.open(quality, words(cause.id(), ""));
        assertThat(preventions.finish(quality, id, 1, "", Verdict.NO_EFFECT))
                .isEqualTo(new PreventionResult.Refused("prevention.notrunning"));
        preventions.start(quality, id, 1);
        assertThat(preventions.finish(quality, id, 2, "", Verdict.NO_EFFECT))
                .isEqualTo(new PreventionResult.Refused("prevention.noeffectday"));
        assertThatThrownBy(() -> preventions.takeEffect(quality, id, 2, today.plusDays(1)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("prevention.future");
        bases.set(command, new CustomerBase("", today.minusDays(400), 20_000, "经营日报"));
        preventions.takeEffect(quality, id, 2, today.minusDays(60));
        assertThat(preventions.finish(quality, id, 3, "全部换好", Verdict.TOO_FEW))
                .isInstanceOf(PreventionResult.Done.class);
        Prevention done = preventions.get(quality, id);
        assertThat(done.state()).isEqualTo(PreventionState.DONE);
        assertThat(done.effectiveFrom()).isEqualTo(today.minusDays(60));
        assertThat(done.spoken()).isEqualTo("A-001");
        assertThat(preventions.stop(quality, id, done.version(), "x"))
                .isEqualTo(new PreventionResult.Refused("prevention.over"));
    }

    @Test
    void of_two_who_change_the_same_the_second_sees_the_first() {
        PreventionId id = preventions.open(quality, words(cause.id(), ""));
        assertThat(preventions.start(quality, id, 1)).isInstanceOf(PreventionResult.Done.class);
        assertThat(preventions.stop(quality, id, 1, "不做了"))
                .isInstanceOfSatisfying(
                        PreventionResult.Stale.class,
                        stale -> assertThat(stale.now().state()).isEqualTo(PreventionState.RUNNING));
    }

    @Test
    void what_is_measured_is_not_chosen_after_the_measuring() {
        Prevention one = inEffect(cause.id(), "", today.minusDays(10));
        assertThat(preventions.revise(quality, one.id(), one.version(), words(group.id(), "")))
                .isEqualTo(new PreventionResult.Refused("prevention.fast"));
        assertThat(preventions.revise(quality, one.id(), one.version(), words(cause.id(), "")))
                .isInstanceOf(PreventionResult.Done.class);
    }

    @Test
    void fewer_beyond_chance_is_seen_against_the_base_of_the_bureau() {
        LocalDate change = today.minusDays(60);
        bases.set(command, new CustomerBase("", change.minusDays(100), 24_060, "经营日报"));
        happened("城北", change, 116, 70);
        Effect effect = effect(inEffect(cause.id(), "", change));
        assertThat(effect.verdict()).isEqualTo(Verdict.EFFECT_SEEN);
        assertThat(effect.days()).isEqualTo(56);
        assertThat(effect.before().cases()).isEqualTo(116);
        assertThat(effect.after().cases()).isEqualTo(70);
        assertThat(effect.before().customers()).isEqualTo(24_060);
        assertThat(effect.base()).isEqualTo(Effect.Base.BUREAU);
    }

    @Test
    void an_action_against_a_group_is_measured_by_all_below_it_and_only_in_its_place() {
        LocalDate change = today.minusDays(60);
        bases.set(command, new CustomerBase("", change.minusDays(100), 20_000, "x"));
        bases.set(command, new CustomerBase("城北", change.minusDays(100), 8_000, "x"));
        happened("城北", change, 40, 10);
        happened("河东", change, 11, 13);
        Prevention everywhere = inEffect(group.id(), "", change);
        Prevention north = inEffect(group.id(), "城北", change);
        Prevention nowhere = inEffect(group.id(), "南湖", change);
        Map<PreventionId, Effect> all = preventions.effects(quality, List.of(everywhere, north, nowhere));
        assertThat(of(all, everywhere).before().cases()).isEqualTo(51);
        assertThat(of(all, north).before().cases()).isEqualTo(40);
        assertThat(of(all, north).after().cases()).isEqualTo(10);
        assertThat(of(all, north).base()).isEqualTo(Effect.Base.PLACE);
        assertThat(of(all, north).before().customers()).isEqualTo(8_000);
        assertThat(of(all, nowhere).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(of(all, nowhere).reason()).isEqualTo(Effect.Missing.CASES);
    }

    @Test
    void only_complete_days_count_and_equally_many_on_both_sides() {
        LocalDate change = today.minusDays(10);
        bases.set(command, new CustomerBase("", change.minusDays(100), 1_000, "x"));
        happened("", change, 56, 56);
        Effect effect = effect(inEffect(cause.id(), "", change));
        assertThat(effect.days()).isEqualTo(10);
        assertThat(effect.from()).isEqualTo(change.minusDays(10));
        assertThat(effect.until()).isEqualTo(today);
        assertThat(effect.before().cases()).isEqualTo(10);
        assertThat(effect.after().cases()).isEqualTo(10);
        assertThat(effect.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(effect.reason()).isEqualTo(Effect.Missing.WEEKS);
        assertThat(effect.sayableOn()).isEqualTo(change.plusWeeks(4));
    }

    @Test
    void what_took_effect_today_says_nothing_yet_but_since_when() {
        Effect effect = effect(inEffect(cause.id(), "", today));
        assertThat(effect.reason()).isEqualTo(Effect.Missing.START);
        assertThat(effect.difference()).isNull();
    }

    @Test
    void no_effect_is_said_plainly_with_counts_and_bases() throws Exception {
        LocalDate change = today.minusDays(60);
        bases.set(command, new CustomerBase("", change.minusDays(100), 41_000, "x"));
        happened("", change, 93, 88);
        Prevention one = inEffect(cause.id(), "", change);
        EffectView chinese = EffectView.of(one, effect(one), Words.of(Words.CHINESE));
        assertThat(chinese.verdict()).isEqualTo(Verdict.NO_EFFECT);
        assertThat(chinese.says())
                .contains("没有看到效果，区间含0")
                .contains("93件/41,000户")
                .contains("后88件/41,000户");
        EffectView english = EffectView.of(one, effect(one), Words.of(Words.ENGLISH));
        assertThat(english.says())
                .contains("No effect seen: the interval holds 0")
                .contains("93/41,000 customers");
        assertThat(Browser.of(web, quality).look("/actions/" + one.id().value()).page())
                .contains("No effect seen", english.says())
                .containsPattern("95% interval [−-]\\d+\\.\\d+ to \\d+\\.\\d+");
    }

    @Test
    void without_a_base_the_customers_known_stand_in_and_this_is_said() {
        LocalDate change = today.minusDays(60);
        happened("", change, 30, 10);
        Prevention one = inEffect(cause.id(), "", change);
        assertThat(effect(one).base()).isEqualTo(Effect.Base.KNOWN);
        assertThat(effect(one).reason()).isEqualTo(Effect.Missing.CUSTOMERS);
        assertThat(EffectView.of(one, effect(one), Words.of(Words.ENGLISH)).says())
                .contains("Without a number of customers there is no rate");
    }

    @Test
    void who_may_only_read_opens_nothing() {
        Actor agent = offices.hire(command, Posts.AGENT, "9");
        assertThatThrownBy(() -> preventions.open(agent, words(cause.id(), "")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("access.denied");
        assertThatThrownBy(() -> bases.set(agent, new CustomerBase("", today, 5, "x")))
                .isInstanceOf(Problem.class);
        assertThat(preventions.list(agent, PreventionFilter.ALL, null, 10)).isEmpty();
    }

    @Test
    void a_list_goes_on_where_it_stopped() {
        for (int i = 0; i < 5; i++) {
            preventions.open(quality, words(cause.id(), ""));
        }
        List<Prevention> first = preventions.list(quality, PreventionFilter.OPEN, null, 3);
        List<Prevention> second =
                preventions.list(quality, PreventionFilter.OPEN, first.getLast().number(), 3);
        assertThat(first).extracting(Prevention::number).containsExactly(5, 4, 3);
        assertThat(second).extracting(Prevention::number).containsExactly(2, 1);
    }

    @Test
    @Tag("S7.5")
    void nothing_is_closed_without_what_was_measured_and_what_was_measured_stands_fast() {
        LocalDate change = today.minusDays(60);
        bases.set(command, new CustomerBase("", change.minusDays(100), 41_000, "x"));
        happened("", change, 93, 88);
        Prevention one = inEffect(cause.id(), "", change);
        assertThatThrownBy(() -> preventions.finish(quality, one.id(), one.version(), "做完了", null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("prevention.effect.stated");
        assertThat(preventions.finish(quality, one.id(), one.version(), "做完了", Verdict.EFFECT_SEEN))
                .isEqualTo(new PreventionResult.Refused("prevention.effect.other"));
        assertThat(preventions.get(quality, one.id()).state()).isEqualTo(PreventionState.RUNNING);

        preventions.finish(quality, one.id(), one.version(), "做完了", Verdict.NO_EFFECT);
        Prevention closed = preventions.get(quality, one.id());
        assertThat(closed.state()).isEqualTo(PreventionState.DONE);
        assertThat(closed.judged()).isEqualTo(new Judged(Verdict.NO_EFFECT, null, 93, 88, 56));
        assertThat(preventions.takeEffect(quality, one.id(), closed.version(), today.minusDays(5)))
                .isEqualTo(new PreventionResult.Refused("prevention.judged"));
    }

    @Test
    @Tag("S7.5")
    void it_is_not_closed_while_waiting_would_still_tell_more() {
        bases.set(command, new CustomerBase("", today.minusDays(400), 20_000, "x"));
        Prevention young = inEffect(cause.id(), "", today.minusDays(10));
        assertThat(preventions.finish(quality, young.id(), young.version(), "", Verdict.TOO_FEW))
                .isEqualTo(new PreventionResult.Refused("prevention.effect.early"));
        Prevention today0 = inEffect(cause.id(), "", today);
        assertThat(preventions.finish(quality, today0.id(), today0.version(), "", Verdict.TOO_FEW))
                .isEqualTo(new PreventionResult.Refused("prevention.effect.early"));
    }
}
