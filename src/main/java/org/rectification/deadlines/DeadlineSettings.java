package org.rectification.deadlines;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param watchAt     time of day, Asia/Shanghai, at which deadlines are watched on working days
 * @param chunk       about so many new steps are recorded in one transaction, 1 to 1000; it is also how many tasks are read at once
 * @param nearDays    working days before its due date from which a step stands in the day's reminder
 * @param confirmDays working days in which an escalation that needs it is confirmed before it lapses, 1 to 10
 * @param answerDays  working days that a letter leaves the department to put things right
 */
@ConfigurationProperties("rectification.deadlines")
public record DeadlineSettings(@DefaultValue("08:30") LocalTime watchAt, @DefaultValue("500") int chunk, @DefaultValue("3") int nearDays,
                               @DefaultValue("5") int confirmDays, @DefaultValue("5") int answerDays) {

    public DeadlineSettings {
        if (chunk < 1 || chunk > 1000) throw new IllegalArgumentException("rectification.deadlines.chunk must be 1 to 1000, is " + chunk);
        if (confirmDays < 1 || confirmDays > 10) throw new IllegalArgumentException("rectification.deadlines.confirm-days must be 1 to 10, is " + confirmDays);
    }
}
