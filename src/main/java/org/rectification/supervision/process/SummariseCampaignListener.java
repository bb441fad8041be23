package org.rectification.supervision.process;

import static org.rectification.supervision.process.SupervisionCheckProcess.CAMPAIGN_SUMMARY;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.supervision.Campaigns;
import org.springframework.stereotype.Component;

/** Task_SummariseCampaign 汇总督导情况. */
@Component
class SummariseCampaignListener implements TaskListener {

    private final Campaigns campaigns;
    private final Actor actor;

    SummariseCampaignListener(Campaigns campaigns, Actor actor) {
        this.campaigns = campaigns;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        campaigns.summarised(task.getExecution().getProcessBusinessKey(), actor.person(), CAMPAIGN_SUMMARY.from(task));
    }
}
