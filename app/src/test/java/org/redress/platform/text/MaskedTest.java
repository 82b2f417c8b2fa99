package org.redress.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MaskedTest {

    @Test
    void a_mobile_number_keeps_its_beginning_and_its_end() {
        assertThat(Masked.phone("13812342046")).isEqualTo("138****2046");
        assertThat(Masked.phone("138-1234-2046")).isEqualTo("138****2046");
        assertThat(Masked.phone("+86 138 1234 2046")).isEqualTo("861****2046");
    }

    @Test
    void a_short_number_keeps_less() {
        assertThat(Masked.phone("8817442")).isEqualTo("****42");
        assertThat(Masked.phone("112")).isEqualTo("****");
        assertThat(Masked.phone("")).isEmpty();
    }

    @Test
    void a_name_keeps_its_first_character_however_it_is_encoded() {
        assertThat(Masked.name("\u5468\u5A49")).isEqualTo("\u5468**");
        assertThat(Masked.name("\uD842\uDFB7\u91CE")).isEqualTo("\uD842\uDFB7**");
        assertThat(Masked.name("Zhou Wan")).isEqualTo("Z**");
        assertThat(Masked.name("")).isEmpty();
    }

    @Test
    void an_address_keeps_its_domain() {
        assertThat(Masked.email("zhou@example.org")).isEqualTo("z***@example.org");
        assertThat(Masked.email("no address")).isEqualTo("n**");
    }

    @Property
    void a_masked_number_shows_at_most_seven_of_its_digits(
            @ForAll @StringLength(min = 5, max = 20) @CharRange(from = '0', to = '9') String number) {
        String shown = Masked.phone(number).replace("*", "");

        assertThat(shown.length()).isLessThanOrEqualTo(7).isLessThan(number.length());
    }
}
