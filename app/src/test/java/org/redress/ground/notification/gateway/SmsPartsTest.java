package org.redress.ground.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SmsPartsTest {

    private static String joined(SmsParts parts) {
        return parts.parts().stream()
                .map(part -> parts.whole() ? text(parts, part, 0) : text(parts, part, 6))
                .collect(Collectors.joining());
    }

    private static String text(SmsParts parts, byte[] part, int from) {
        return new String(
                part, from, part.length - from, parts.wide() ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII);
    }

    @Test
    void what_fits_is_one_message() {
        assertThat(SmsParts.of("a".repeat(160), (byte) 1).whole()).isTrue();
        assertThat(SmsParts.of("字".repeat(70), (byte) 1).whole()).isTrue();
        assertThat(SmsParts.of("字".repeat(70), (byte) 1).wide()).isTrue();
        assertThat(SmsParts.of("Hello [T-1]", (byte) 1).wide()).isTrue();
    }

    @Test
    void a_longer_text_comes_in_numbered_parts_that_make_it_up_again() {
        String text = "您反映的宽带掉线已受理。".repeat(20);
        SmsParts parts = SmsParts.of(text, (byte) 77);

        assertThat(parts.parts()).hasSize(4).allMatch(part -> part.length <= 140);
        for (int n = 0; n < 4; n++) {
            assertThat(parts.parts().get(n)).startsWith(5, 0, 3, 77, 4, n + 1);
        }
        assertThat(joined(parts)).isEqualTo(text);
        assertThat(joined(SmsParts.of("b".repeat(400), (byte) 1))).isEqualTo("b".repeat(400));
    }

    @Test
    void no_character_is_torn_between_two_parts() {
        String text = "字".repeat(66) + "𠮷".repeat(40);
        SmsParts parts = SmsParts.of(text, (byte) 1);

        assertThat(joined(parts)).isEqualTo(text);
        assertThat(parts.parts().getFirst()).hasSize(6 + 66 * 2);
    }
}
