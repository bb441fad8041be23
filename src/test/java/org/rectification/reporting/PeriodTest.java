package org.rectification.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({"2026-11H1, 2026年11月上半月", "2026-02H2, 2026年2月下半月", "2026-W07, 2026年第7周", "2026-11, 2026年11月", "2026-Q4, 2026年第4季度", "2026-11-05, 截至2026年11月5日"})
    void aKeyIsReadAloud(String key, String label) {
        assertThat(Period.labelOf(key)).isEqualTo(label);
    }

    @Test
    void aPeriodOfOnesOwnTellsBothItsDays() {
        assertThat(new Period("2027-01-05", LocalDate.of(2026, 12, 20), LocalDate.of(2027, 1, 5)).label()).isEqualTo("2026年12月20日至2027年1月5日");
        assertThat(new Period("2026-11H1", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 15)).label()).isEqualTo("2026年11月上半月");
    }
}
