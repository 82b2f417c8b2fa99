package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.desk.fault.simulator.Defect;
import org.redress.desk.fault.simulator.LineSimulator;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.Customers;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S5.6")
class LineTestsIT {

    @Autowired
    LineTests tests;

    @Autowired
    LineSimulator simulator;

    @Autowired
    LineBook book;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    Customers customers;

    @Autowired
    Offices offices;

    private RepairOffice all;

    @BeforeEach
    void open() {
        all = new RepairOffice(bureaus, staff, actors, customers, book);
    }

    @ParameterizedTest
    @CsvSource({
        "BROKEN, 350, 0, OPEN",
        "SHORT, 300, 12, SHORT",
        "EARTH, 300, 8, GROUND",
        "FOREIGN, 0, 48000, FOREIGN_VOLTAGE",
        "NOISE, 0, 44, NOISE",
        "BUSY, 0, 0, BUSY"
    })
    void a_planted_defect_is_found_by_what_it_does_to_the_wires(
            Defect.Kind kind, int metres, int value, LineFinding expected) {
        simulator.plant(all.command, all.fixed.id(), new Defect(kind, metres, value));
        TestedLine tested = tests.measure(all.lin, all.fixed.id());

        assertThat(tested.finding()).isEqualTo(expected);
        assertThat(tested.readings() != null).isEqualTo(expected.result());
        if (expected == LineFinding.OPEN) {
            assertThat(tested.metres()).isBetween(330, 350);
        } else {
            assertThat(tested.metres()).isNull();
        }
    }

    @Test
    void a_sound_line_measures_the_same_again_and_a_mended_one_is_good() {
        TestedLine first = tests.measure(all.lin, all.fixed.id());
        assertThat(first.finding()).isEqualTo(LineFinding.OK);
        assertThat(tests.measure(all.lin, all.fixed.id()).readings()).isEqualTo(first.readings());
        assertThat(tests.measure(all.lin, all.broadband.id()).readings()).isNotEqualTo(first.readings());

        simulator.plant(all.command, all.fixed.id(), new Defect(Defect.Kind.EARTH, 100, 4));
        assertThat(tests.measure(all.lin, all.fixed.id()).finding()).isEqualTo(LineFinding.GROUND);
        simulator.mend(all.command, all.fixed.id());
        assertThat(tests.measure(all.lin, all.fixed.id()).finding()).isEqualTo(LineFinding.OK);
    }

    @Test
    void a_dead_head_is_waited_for_no_longer_than_its_time_and_a_mobile_has_no_wires() {
        simulator.plant(all.command, all.fixed.id(), new Defect(Defect.Kind.DEAD, 0, 0));
        assertThat(tests.measure(all.lin, all.fixed.id(), Duration.ofMillis(20)).finding())
                .isEqualTo(LineFinding.NO_ANSWER);
        assertThat(tests.measure(all.lin, all.mobile.id()).finding()).isEqualTo(LineFinding.NO_PAIR);
    }

    @Test
    void a_test_is_kept_with_who_made_it_and_nobody_elses_line_is_tested() {
        assertThat(tests.of(all.lin, all.fixed.id(), 5)).isEmpty();
        TestedLine tested = tests.measure(all.lin, all.fixed.id());
        assertThat(tests.of(all.lin, all.fixed.id(), 5))
                .as("measuring keeps nothing")
                .isEmpty();
        tests.keep(all.lin, tested);

        assertThat(tests.of(all.he, all.fixed.id(), 5)).singleElement().satisfies(kept -> {
            assertThat(kept.by()).isEqualTo(all.lin.staff());
            assertThat(kept.readings()).isEqualTo(tested.readings());
            assertThat(kept.finding()).isEqualTo(LineFinding.OK);
        });
        Actor elsewhere = offices.found();
        assertThatThrownBy(() -> tests.measure(elsewhere, all.fixed.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("fault.line.absent"));
        assertThat(tests.of(elsewhere, all.fixed.id(), 5)).isEmpty();
        assertThatThrownBy(() -> simulator.plant(all.lin, all.fixed.id(), new Defect(Defect.Kind.DEAD, 0, 0)))
                .isInstanceOf(Problem.class);
    }
}
