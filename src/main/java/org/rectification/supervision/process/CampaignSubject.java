package org.rectification.supervision.process;

import org.rectification.engine.Subject;
import org.rectification.supervision.Campaigns;
import org.springframework.stereotype.Component;

@Component
class CampaignSubject implements Subject {

    private final Campaigns campaigns;

    CampaignSubject(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String process() {
        return SupervisionCheckProcess.KEY;
    }

    @Override
    public String of(String businessKey) {
        return campaigns.campaign(businessKey).title();
    }

    @Override
    public String page(String businessKey) {
        return campaigns.campaign(businessKey).page();
    }
}
