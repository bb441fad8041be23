package org.rectification.supervision.process;

import static org.rectification.engine.ProcessVariable.decision;
import static org.rectification.engine.ProcessVariable.text;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/department-check.bpmn. */
@Component
public class DepartmentCheckProcess implements ProcessContract {

    public static final String KEY = "department-check";

    public static final String RECORD_FINDINGS = "Task_RecordFindings";
    public static final String CORRECT_FINDINGS = "Task_CorrectFindings";
    public static final String RECHECK_FINDINGS = "Task_RecheckFindings";

    public static final String CHECK_CALLED_OFF = "Escalation_CheckCalledOff";

    public static final ProcessVariable<Boolean> FINDINGS_FOUND = decision("findingsFound", "检查结果");
    public static final ProcessVariable<String> CORRECTION_DAYS = text("correctionDays", "整改期限");
    public static final ProcessVariable<Boolean> RECHECK_PASSED = decision("recheckPassed", "复查结论");
    public static final ProcessVariable<String> OPINION = text("opinion", "意见");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of(RECORD_FINDINGS, Set.of(FINDINGS_FOUND, CORRECTION_DAYS), CORRECT_FINDINGS, Set.of(), RECHECK_FINDINGS, Set.of(RECHECK_PASSED, OPINION));
    }
}
