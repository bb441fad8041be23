package org.rectification.rectification;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Completion with both its numbers.
 *
 * @param rate percent with one decimal, rounded down (25/31 → 80.6); null for 0/0
 */
public record Completion(long done, long total, BigDecimal rate) {

    public long open() {
        return total - done;
    }

    public static Completion of(long done, long total) {
        return new Completion(done, total, total == 0 ? null
                : BigDecimal.valueOf(done * 100).divide(BigDecimal.valueOf(total), 1, RoundingMode.DOWN));
    }
}
