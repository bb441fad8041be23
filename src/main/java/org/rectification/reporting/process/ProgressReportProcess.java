package org.rectification.reporting.process;

import static org.rectification.engine.ProcessVariable.decision;
import static org.rectification.engine.ProcessVariable.text;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/progress-report.bpmn. */
@Component
public class ProgressReportProcess implements ProcessContract {

    public static final String KEY = "progress-report";

    public static final String SUBMIT_REPORT = "Task_SubmitReport";
    public static final String REVIEW_REPORT = "Task_ReviewReport";

    public static final ProcessVariable<Boolean> ACCEPTED = decision("accepted", "审核结论");
    public static final ProcessVariable<String> OPINION = text("opinion", "意见");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of(SUBMIT_REPORT, Set.of(), REVIEW_REPORT, Set.of(ACCEPTED, OPINION));
    }
}
