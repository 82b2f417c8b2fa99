package org.redress.desk.recovery.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.desk.recovery.RemedyKind.APOLOGY;
import static org.redress.desk.recovery.RemedyKind.BILL_CREDIT;
import static org.redress.desk.recovery.RemedyKind.CORRECTION;
import static org.redress.desk.recovery.RemedyKind.CORRECTION_PLUS;
import static org.redress.desk.recovery.RemedyKind.EXPLANATION;
import static org.redress.desk.recovery.RemedyKind.GIFT;
import static org.redress.desk.recovery.RemedyKind.MANAGERS_INTERVENTION;
import static org.redress.desk.recovery.RemedyKind.PRIORITY_REPAIR;
import static org.redress.desk.recovery.RemedyKind.REFUND;
import static org.redress.desk.recovery.RemedyKind.RENT_WAIVER;
import static org.redress.desk.recovery.RemedyKind.VISIT;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.FailureKind;
import org.redress.ground.identity.Posts;

@Tag("S4.3")
@Tag("S4.4")
class ComposePlanPolicyTest {

    private static Situation situation(
            FailureKind failure, @Nullable Attribution attribution, Family family, boolean repeated, Mood mood) {
        return new Situation(failure, attribution, family, repeated, mood, true);
    }

    private static List<RemedyKind> kinds(Situation situation) {
        return ComposePlanPolicy.compose(situation).stream()
                .map(OfferedLine::kind)
                .toList();
    }

    private static OfferedLine line(Situation situation, RemedyKind kind) {
        return ComposePlanPolicy.compose(situation).stream()
                .filter(line -> line.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_outcome_failure_is_answered_with_substance_first() {
        assertThat(kinds(situation(FailureKind.OUTCOME, Attribution.PROVIDER, Family.LINE, false, Mood.CALM)))
                .containsExactly(CORRECTION, PRIORITY_REPAIR, RENT_WAIVER, APOLOGY, EXPLANATION);
        assertThat(kinds(situation(FailureKind.OUTCOME, Attribution.PROVIDER, Family.MONEY, false, Mood.CALM)))
                .containsExactly(CORRECTION, REFUND, APOLOGY, EXPLANATION);
    }

    @Test
    void a_process_failure_is_answered_with_apology_and_explanation_first() {
        assertThat(kinds(situation(FailureKind.PROCESS, Attribution.PROVIDER, Family.CONDUCT, false, Mood.CALM)))
                .containsExactly(APOLOGY, EXPLANATION, CORRECTION, GIFT);
    }

    @Test
    void who_is_angry_is_apologised_to_before_everything_else_and_by_somebody_senior() {
        Situation angry = situation(FailureKind.OUTCOME, Attribution.PROVIDER, Family.LINE, false, Mood.ANGRY);
        assertThat(kinds(angry)).startsWith(APOLOGY, CORRECTION);
        assertThat(line(angry, APOLOGY).speaker()).isEqualTo(Speaker.HEAD);
        assertThat(line(angry, APOLOGY).why()).containsExactly(Why.OURS, Why.HEATED);
        assertThat(kinds(situation(FailureKind.OUTCOME, null, Family.LINE, false, Mood.FURIOUS)))
                .startsWith(APOLOGY)
                .contains(MANAGERS_INTERVENTION);
    }

    @Test
    void a_second_failure_brings_more_and_somebody_senior() {
        Situation again = situation(FailureKind.OUTCOME, Attribution.PROVIDER, Family.LINE, true, Mood.CALM);
        assertThat(kinds(again))
                .containsExactly(
                        CORRECTION_PLUS,
                        PRIORITY_REPAIR,
                        RENT_WAIVER,
                        APOLOGY,
                        EXPLANATION,
                        MANAGERS_INTERVENTION,
                        BILL_CREDIT,
                        VISIT);
        assertThat(line(again, APOLOGY).speaker()).isEqualTo(Speaker.HEAD);
        assertThat(line(situation(FailureKind.OUTCOME, null, Family.LINE, true, Mood.ANGRY), APOLOGY)
                        .speaker())
                .isEqualTo(Speaker.DIRECTOR);
    }

    @Test
    @Tag("S4.2")
    void the_customers_own_doing_is_explained_and_helped_with_and_costs_nothing() {
        assertThat(kinds(situation(FailureKind.OUTCOME, Attribution.CUSTOMER, Family.MONEY, true, Mood.CALM)))
                .containsExactly(CORRECTION, EXPLANATION);
    }

    @Test
    @Tag("S4.2")
    void what_is_beyond_control_is_not_paid_for_and_what_nobody_has_judged_is() {
        assertThat(kinds(situation(FailureKind.OUTCOME, Attribution.BEYOND_CONTROL, Family.LINE, false, Mood.CALM)))
                .containsExactly(CORRECTION, PRIORITY_REPAIR, APOLOGY, EXPLANATION);
        Situation unjudged = situation(FailureKind.OUTCOME, null, Family.LINE, false, Mood.CALM);
        assertThat(kinds(unjudged)).contains(RENT_WAIVER);
        assertThat(line(unjudged, APOLOGY).why()).containsExactly(Why.NOT_JUDGED);
    }

    @Test
    void a_word_that_has_to_come_from_above_is_not_enough_from_below() {
        assertThat(Stream.of(Posts.AGENT, Posts.QUALITY, Posts.ADMINISTRATOR, ""))
                .noneMatch(Speaker.HEAD::covers)
                .allMatch(Speaker.ANYBODY::covers);
        assertThat(Stream.of(Posts.HEAD, Posts.DIRECTOR, Posts.GENERAL_MANAGER)).allMatch(Speaker.HEAD::covers);
        assertThat(Speaker.DIRECTOR.covers(Posts.HEAD)).isFalse();
        assertThat(Speaker.DIRECTOR.covers(Posts.GENERAL_MANAGER)).isTrue();
    }

    @Property
    void every_offer_has_each_remedy_once_with_its_reasons_and_in_the_order_of_the_tiers(
            @ForAll("situations") Situation situation) {
        List<OfferedLine> lines = ComposePlanPolicy.compose(situation);
        assertThat(lines).isNotEmpty().allMatch(line -> !line.why().isEmpty());
        assertThat(lines).extracting(OfferedLine::kind).doesNotHaveDuplicates();
        List<Integer> tiers = lines.stream()
                .filter(line -> line.kind() != APOLOGY || !situation.mood().heated())
                .map(line -> rank(situation, line.kind().tier()))
                .toList();
        assertThat(tiers).isSortedAccordingTo(Comparator.naturalOrder());
        if (lines.stream().anyMatch(line -> line.kind() == APOLOGY)
                && situation.mood().heated()) {
            assertThat(lines.getFirst().kind()).isEqualTo(APOLOGY);
        }
    }

    private static int rank(Situation situation, int tier) {
        return situation.process() && tier < 3 ? 3 - tier : tier;
    }

    @Property
    @net.jqwik.api.Tag("S4.2")
    void money_is_offered_for_what_is_ours_and_for_nothing_else(@ForAll("situations") Situation situation) {
        Set<RemedyKind> costly = EnumSet.of(REFUND, RENT_WAIVER, RemedyKind.DISCOUNT, BILL_CREDIT, GIFT);
        boolean costs = kinds(situation).stream().anyMatch(costly::contains);
        assertThat(costs && !situation.ours()).isFalse();
    }

    @Property
    void a_second_failure_is_never_answered_with_less_than_the_first(@ForAll("situations") Situation situation) {
        Situation first =
                situation(situation.failure(), situation.attribution(), situation.family(), false, situation.mood());
        Situation second =
                situation(situation.failure(), situation.attribution(), situation.family(), true, situation.mood());
        assertThat(kinds(second)).hasSizeGreaterThanOrEqualTo(kinds(first).size());
        assertThat(line(second, EXPLANATION).why())
                .containsAll(line(first, EXPLANATION).why());
        if (!situation.customersDoing()) {
            assertThat(kinds(second)).contains(MANAGERS_INTERVENTION, CORRECTION_PLUS);
            assertThat(line(second, APOLOGY).speaker())
                    .isGreaterThan(line(first, APOLOGY).speaker());
        }
    }

    @Provide
    Arbitrary<Situation> situations() {
        return Combinators.combine(
                        Arbitraries.of(FailureKind.values()),
                        Arbitraries.of(Attribution.values()).injectNull(0.2),
                        Arbitraries.of(Family.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Mood.values()))
                .as(ComposePlanPolicyTest::situation);
    }
}
