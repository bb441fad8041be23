package org.rectification.supervision.process;

import org.rectification.engine.Subject;
import org.rectification.supervision.Campaigns;
import org.rectification.supervision.DepartmentChecks;
import org.springframework.stereotype.Component;

@Component
class DepartmentCheckSubject implements Subject {

    private final Campaigns campaigns;
    private final DepartmentChecks checks;

    DepartmentCheckSubject(Campaigns campaigns, DepartmentChecks checks) {
        this.campaigns = campaigns;
        this.checks = checks;
    }

    @Override
    public String process() {
        return DepartmentCheckProcess.KEY;
    }

    @Override
    public String of(String businessKey) {
        return campaigns.campaign(checks.check(businessKey).campaignNumber()).title();
    }

    @Override
    public String page(String businessKey) {
        return campaigns.campaign(checks.check(businessKey).campaignNumber()).page();
    }

    @Override
    public String department(String businessKey) {
        return checks.check(businessKey).department();
    }
}
