package org.rectification.reconciliation.process;

import org.rectification.reconciliation.ReconciliationSettings;
import org.springframework.stereotype.Component;

/** When the nightly reconciliation's model starts by itself. */
@Component
public class ReconciliationSchedule {

    private final ReconciliationSettings settings;

    ReconciliationSchedule(ReconciliationSettings settings) {
        this.settings = settings;
    }

    public String nightly() {
        return "0 %d %d * * ?".formatted(settings.nightlyAt().getMinute(), settings.nightlyAt().getHour());
    }
}
