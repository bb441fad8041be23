package org.rectification.supervision.process;

import java.util.Date;
import java.util.List;
import org.rectification.engine.EndOfDay;
import org.rectification.organization.Groups;
import org.rectification.rectification.Allowance;
import org.rectification.rectification.Allowances;
import org.rectification.supervision.Campaign;
import org.rectification.supervision.Campaigns;
import org.rectification.supervision.DepartmentCheck;
import org.rectification.supervision.DepartmentChecks;
import org.springframework.stereotype.Component;

/** Which departments a campaign's model runs through, whom it asks there, and until when. */
@Component
public class CheckParties {

    private final Campaigns campaigns;
    private final DepartmentChecks checks;
    private final Allowances allowances;

    CheckParties(Campaigns campaigns, DepartmentChecks checks, Allowances allowances) {
        this.campaigns = campaigns;
        this.checks = checks;
        this.allowances = allowances;
    }

    /** Business keys of the departments' own instances. */
    public List<String> departmentChecks(String campaignNumber) {
        Campaign campaign = campaigns.campaign(campaignNumber);
        return campaigns.checksOf(List.of(campaign)).get(campaignNumber).stream().map(DepartmentCheck::checkKey).toList();
    }

    public List<String> department(String checkKey) {
        return List.of(Groups.handlersOf(checks.check(checkKey).department()));
    }

    public Date recordBy(String checkKey) {
        return EndOfDay.of(campaigns.campaign(checks.check(checkKey).campaignNumber()).checkOn());
    }

    public Date correctBy(String checkKey) {
        return EndOfDay.of(checks.check(checkKey).correctionDueOn());
    }

    public Date recheckBy(String checkKey) {
        return EndOfDay.of(allowances.fromToday(Allowance.RECHECK));
    }

    public Date summariseBy(String campaignNumber) {
        return EndOfDay.of(allowances.fromToday(Allowance.CAMPAIGN));
    }
}
