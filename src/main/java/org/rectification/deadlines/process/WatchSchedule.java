package org.rectification.deadlines.process;

import org.rectification.deadlines.DeadlineSettings;
import org.springframework.stereotype.Component;

/** When the watch's model starts by itself. */
@Component
public class WatchSchedule {

    private final DeadlineSettings settings;

    WatchSchedule(DeadlineSettings settings) {
        this.settings = settings;
    }

    /** Every day; a day off ends at the first gateway, unless a working day was missed. */
    public String daily() {
        return "0 %d %d * * ?".formatted(settings.watchAt().getMinute(), settings.watchAt().getHour());
    }
}
