package org.redress.desk.dispute.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S5.7")
class BillMonthTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06",
                "202606",
                "2026-6",
                "2026/06",
                "2026年6月",
                "2026年06月账期",
                "06/2026",
                "2026-06-01",
                "20260601",
                "2026-06-01 00:00:00"
            })
    void a_month_is_read_as_files_write_it(String text) {
        assertThat(BillMonth.read(text)).contains(YearMonth.of(2026, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "六月", "2026", "2026-13", "2026-00", "06-26", "上月"})
    void what_names_no_month_is_none(String text) {
        assertThat(BillMonth.read(text)).isEmpty();
    }
}
