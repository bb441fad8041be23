package org.rectification.supervision.web;

import java.util.List;
import org.rectification.supervision.Campaign;
import org.rectification.supervision.DepartmentCheck;

/** Where a campaign stands, as its departments make it. */
public enum CampaignStatus {
    UNDER_WAY("检查中"), SUMMARISING("待汇总"), CLOSED("已办结");

    private final String label;

    CampaignStatus(String label) {
        this.label = label;
    }

    static CampaignStatus of(Campaign campaign, List<DepartmentCheck> checks) {
        if (campaign.isClosed()) return CLOSED;
        return checks.stream().anyMatch(check -> check.status().isOpen()) ? UNDER_WAY : SUMMARISING;
    }

    public String label() {
        return label;
    }
}
