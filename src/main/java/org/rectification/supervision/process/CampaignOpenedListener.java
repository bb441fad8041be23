package org.rectification.supervision.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.StartSubmission;
import org.rectification.supervision.Campaigns;
import org.springframework.stereotype.Component;

/** StartEvent_CampaignOpened 督导检查已发起: only for a campaign that stands in the ledger, and once. */
@Component
class CampaignOpenedListener implements ExecutionListener {

    private final Campaigns campaigns;

    CampaignOpenedListener(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, Set.of());
        campaigns.begun(start.getProcessBusinessKey());
    }
}
