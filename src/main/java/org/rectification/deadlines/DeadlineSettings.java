package org.rectification.deadlines;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param watchAt time of day, Asia/Shanghai, at which deadlines are watched on working days
 * @param chunk   tasks looked at in one transaction, 1 to 1000
 * @param nearDays working days before its due date from which a step stands in the day's reminder
 */
@ConfigurationProperties("rectification.deadlines")
public record DeadlineSettings(@DefaultValue("08:30") LocalTime watchAt, @DefaultValue("500") int chunk, @DefaultValue("3") int nearDays) {

    public DeadlineSettings {
        if (chunk < 1 || chunk > 1000) throw new IllegalArgumentException("rectification.deadlines.chunk must be 1 to 1000, is " + chunk);
    }
}
