package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    @ParameterizedTest
    @CsvSource({"25, 31, 80.6", "38, 40, 95.0", "2, 3, 66.6", "1, 3, 33.3", "999, 1000, 99.9", "9999, 10000, 99.9", "0, 9, 0.0", "9, 9, 100.0"})
    void theRateIsRoundedDownToOneDecimal(long done, long total, BigDecimal rate) {
        assertThat(Completion.of(done, total)).isEqualTo(new Completion(done, total, rate));
    }

    @Test
    void nothingOfNothingHasNoRate() {
        assertThat(Completion.of(0, 0).rate()).isNull();
    }
}
