package org.redress.ground.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {

    private final Json json = new Json(JsonMapper.builder().build());

    @Test
    void the_character_zero_is_left_out_and_what_only_looks_like_it_stays() {
        List<String> cells = List.of("a\0b", "C:\\u0000", "\\\\u0000\0", "\\");

        assertThat(json.list(json.write(cells), String.class)).containsExactly("ab", "C:\\u0000", "\\\\u0000", "\\");
        assertThat(json.read(json.write(Map.of("x\\u0000\0", "y")), Map.class)).isEqualTo(Map.of("x\\u0000", "y"));
        assertThat(json.read(json.write(Fault.of("code.unknown", "a\0", "\\u0000")), Fault.class))
                .isEqualTo(Fault.of("code.unknown", "a", "\\u0000"));
    }
}
