package org.rectification.supervision.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rectification.supervision.CampaignOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the process together with the campaign, or neither. */
@Component
class CampaignBeginning {

    private final RuntimeService runtime;

    CampaignBeginning(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void begin(CampaignOpened event) {
        runtime.startProcessInstanceByKey(SupervisionCheckProcess.KEY, event.campaignNumber());
    }
}
