package org.rectification.rectification.process;

import static org.rectification.engine.ProcessVariable.decision;
import static org.rectification.engine.ProcessVariable.text;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/objectively-blocked.bpmn. */
@Component
public class ObjectivelyBlockedProcess implements ProcessContract {

    public static final String KEY = "objectively-blocked";

    public static final String APPROVE_BLOCKED = "Task_ApproveBlocked";
    public static final String REVIEW_BLOCKED = "Task_ReviewBlocked";
    public static final String EARLY_REVIEW_REQUESTED = "Message_EarlyReviewRequested";
    public static final String TASK_WITHDRAWN = "Message_TaskWithdrawn";

    public static final ProcessVariable<Boolean> BLOCKED_APPROVED = decision("blockedApproved", "认定结论");
    public static final ProcessVariable<String> OPINION = text("opinion", "意见");
    public static final ProcessVariable<Boolean> STILL_BLOCKED = decision("stillBlocked", "复核结论");
    public static final ProcessVariable<String> NEXT_REVIEW_ON = text("nextReviewOn", "下次复核日期");
    public static final ProcessVariable<String> FINDINGS = text("findings", "复核情况");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of(APPROVE_BLOCKED, Set.of(BLOCKED_APPROVED, OPINION), REVIEW_BLOCKED, Set.of(STILL_BLOCKED, NEXT_REVIEW_ON, FINDINGS));
    }
}
