package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.platform.web.Problem;

class CursorTest {

    private static final UUID ID = new UUID(7, 9);

    @Test
    void a_place_in_a_list_reads_back_to_the_microsecond() {
        Cursor cursor = new Cursor(true, Moments.at(Instant.parse("2015-04-22T15:53:50.123456Z")), ID);
        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
        Cursor before1970 = new Cursor(false, Moments.at(Instant.parse("1969-12-31T23:59:59.999999Z")), ID);
        assertThat(Cursor.parse(before1970.text())).isEqualTo(before1970);
    }

    @Test
    void what_never_falls_due_has_its_place_too() {
        Cursor cursor = new Cursor(false, Moments.NEVER, ID);
        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @Test
    void points_of_severity_are_a_place_of_another_kind() {
        Cursor cursor = new Cursor(true, new Cursor.Points(-1), ID);
        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
        assertThatThrownBy(cursor::at).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a_1",
                "c_1_x",
                "a_x_00000000-0000-0007-0000-000000000009",
                "a_99999999999999999999_1",
                "a_1_1_1",
                "a_s_00000000-0000-0007-0000-000000000009",
                "a_sx_00000000-0000-0007-0000-000000000009",
                "a_s99999999999_00000000-0000-0007-0000-000000000009"
            })
    void a_forged_place_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(Problem.class);
    }
}
