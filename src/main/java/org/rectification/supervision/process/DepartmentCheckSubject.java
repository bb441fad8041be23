package org.rectification.supervision.process;

import org.rectification.engine.Subject;
import org.rectification.organization.Organization;
import org.rectification.supervision.Campaigns;
import org.rectification.supervision.DepartmentCheck;
import org.rectification.supervision.DepartmentChecks;
import org.springframework.stereotype.Component;

@Component
class DepartmentCheckSubject implements Subject {

    private final Campaigns campaigns;
    private final DepartmentChecks checks;
    private final Organization organization;

    DepartmentCheckSubject(Campaigns campaigns, DepartmentChecks checks, Organization organization) {
        this.campaigns = campaigns;
        this.checks = checks;
        this.organization = organization;
    }

    @Override
    public String process() {
        return DepartmentCheckProcess.KEY;
    }

    @Override
    public String of(String businessKey) {
        DepartmentCheck check = checks.check(businessKey);
        return organization.departmentNames().get(check.department()) + "：" + campaigns.campaign(check.campaignNumber()).title();
    }

    @Override
    public String page(String businessKey) {
        return campaigns.campaign(checks.check(businessKey).campaignNumber()).page();
    }
}
