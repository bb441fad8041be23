package org.rectification.supervision.process;

import static org.rectification.engine.ProcessVariable.text;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/supervision-check.bpmn. */
@Component
public class SupervisionCheckProcess implements ProcessContract {

    public static final String KEY = "supervision-check";

    public static final String SUMMARISE_CAMPAIGN = "Task_SummariseCampaign";

    public static final ProcessVariable<String> CAMPAIGN_SUMMARY = text("campaignSummary", "督导情况");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of(SUMMARISE_CAMPAIGN, Set.of(CAMPAIGN_SUMMARY));
    }
}
