package org.rectification.reporting;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param concentrated cadence until the bulletin is approved: WEEKLY, HALF_MONTH, MONTHLY, QUARTERLY or a cron of six fields
 * @param sustained    cadence afterwards, while the last items are still open
 * @param opensAt      time of day, Asia/Shanghai, at which a period that ended the day before is opened
 * @param dueDays      working days after the period's end within which a report is on time
 */
@ConfigurationProperties("rectification.reporting")
public record ReportingSettings(@DefaultValue("HALF_MONTH") String concentrated, @DefaultValue("MONTHLY") String sustained,
                                @DefaultValue("09:00") LocalTime opensAt, @DefaultValue("3") int dueDays) {

    public ReportingSettings {
        Cadence.of(concentrated);
        Cadence.of(sustained);
    }
}
