package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TicketNumberTest {

    @Property
    void a_number_reads_back_however_it_is_spoken(
            @ForAll @LongRange(min = 100_000, max = 99_999_999_999L) long serial) {
        TicketNumber number = TicketNumber.ofSerial(serial);
        assertThat(number.value() / 10).isEqualTo(serial);
        assertThat(TicketNumber.parse(number.toString())).contains(number);
        assertThat(TicketNumber.parse(" t " + number.value())).contains(number);
        assertThat(TicketNumber.parse(Long.toString(number.value()))).contains(number);
    }

    @Property
    void one_wrong_figure_is_found_out(
            @ForAll @LongRange(min = 100_000, max = 99_999_999L) long serial,
            @ForAll @IntRange(min = 0, max = 5) int place,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        char[] figures = Long.toString(TicketNumber.ofSerial(serial).value()).toCharArray();
        figures[place] = (char) ('0' + (figures[place] - '0' + off) % 10);
        assertThat(TicketNumber.parse(new String(figures))).isEmpty();
    }

    @Property
    void two_neighbours_swapped_are_found_out(
            @ForAll @LongRange(min = 100_000, max = 99_999_999L) long serial,
            @ForAll @IntRange(min = 0, max = 4) int place) {
        char[] figures = Long.toString(TicketNumber.ofSerial(serial).value()).toCharArray();
        char swapped = figures[place];
        figures[place] = figures[place + 1];
        figures[place + 1] = swapped;
        boolean same = figures[place] == swapped;
        assertThat(TicketNumber.parse(new String(figures)).isPresent()).isEqualTo(same);
    }

    @Test
    void what_is_no_number_is_none() {
        assertThat(TicketNumber.parse("")).isEmpty();
        assertThat(TicketNumber.parse("T-")).isEmpty();
        assertThat(TicketNumber.parse("宽带")).isEmpty();
        assertThat(TicketNumber.parse("99999999999999999999999999")).isEmpty();
        assertThat(TicketNumber.parse("00000001")).isEmpty();
        long wrong = TicketNumber.ofSerial(118_427).value() + 1;
        assertThatThrownBy(() -> new TicketNumber(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
}
