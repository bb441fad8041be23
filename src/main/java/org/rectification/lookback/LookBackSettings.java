package org.rectification.lookback;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param months calendar months from a case's last sign-off to its look-back, half a year because that is how long it takes until a
 *               result either holds or not; 0 for at once
 * @param share  percent of each department's signed-off tasks that are looked back at where the supervision team chooses nothing else, 1 to 100
 * @param chunk  most look-backs opened in one transaction, 1 to 100
 */
@ConfigurationProperties("rectification.look-back")
public record LookBackSettings(@DefaultValue("6") int months, @DefaultValue("100") int share, @DefaultValue("100") int chunk) {

    public LookBackSettings {
        if (months < 0) throw new IllegalArgumentException("rectification.look-back.months must not be negative, is " + months);
        if (share < 1 || share > 100) throw new IllegalArgumentException("rectification.look-back.share must be 1 to 100, is " + share);
        if (chunk < 1 || chunk > 100) throw new IllegalArgumentException("rectification.look-back.chunk must be 1 to 100, is " + chunk);
    }

    /** Where the month has no such day, its last one. */
    public LocalDate dueAfter(LocalDate lastSignOff) {
        return lastSignOff.plusMonths(months);
    }
}
