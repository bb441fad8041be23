package org.rectification.rectification.process;

import static org.rectification.engine.ProcessVariable.decision;
import static org.rectification.engine.ProcessVariable.outcome;
import static org.rectification.engine.ProcessVariable.text;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/rectification-case.bpmn. */
@Component
public class RectificationCaseProcess implements ProcessContract {

    public static final String KEY = "rectification-case";

    public static final String START_FEEDBACK_RECEIVED = "StartEvent_FeedbackReceived";
    public static final String REGISTER_PROBLEMS = "Task_RegisterProblems";
    public static final String DRAFT_PLAN = "Task_DraftPlan";
    public static final String REVIEW_PLAN = "Task_ReviewPlan";
    public static final String APPROVE_PLAN = "Task_ApprovePlan";
    public static final String DECOMPOSE_TASKS = "Task_DecomposeTasks";
    public static final String SUMMARISE_CASE = "Task_SummariseCase";
    public static final String APPROVE_BULLETIN = "Task_ApproveBulletin";
    public static final String CLOSE_CASE = "Task_CloseCase";
    public static final String ALL_TASKS_SIGNED_OFF = "Message_AllTasksSignedOff";
    public static final String LOOK_BACKS_DECIDED = "Message_LookBacksDecided";

    public static final ProcessVariable<String> CASE_NUMBER = text("caseNumber", "案件编号");
    public static final ProcessVariable<String> TITLE = text("title", "案件名称");
    public static final ProcessVariable<String> INSPECTION_BODY = text("inspectionBody", "巡察组");
    public static final ProcessVariable<String> INSPECTED_PARTY = text("inspectedParty", "被巡察单位");
    public static final ProcessVariable<String> FEEDBACK_DATE = text("feedbackDate", "反馈日期");
    public static final ProcessVariable<String> CONCENTRATED_DEADLINE = text("concentratedDeadline", "集中整改期限");
    public static final ProcessVariable<String> DECLARED_PROBLEMS = text("declaredProblems", "反馈问题数");
    public static final ProcessVariable<String> PLAN_SUMMARY = text("planSummary", "整改方案摘要");
    public static final ProcessVariable<String> OPINION = text("opinion", "意见");
    public static final ProcessVariable<String> PLAN_GRADE = text("planGrade", "方案评价");
    public static final ProcessVariable<String> REVIEW_GROUP = text("reviewGroup", "联审部门");
    public static final ProcessVariable<Boolean> PLAN_APPROVED = decision("planApproved", "审定结论");
    public static final ProcessVariable<String> CASE_SUMMARY = text("caseSummary", "集中整改总结");
    public static final ProcessVariable<Boolean> BULLETIN_APPROVED = decision("bulletinApproved", "审定结论");
    public static final ProcessVariable<Boolean> TASKS_REMAINING = outcome("tasksRemaining");
    public static final ProcessVariable<Boolean> LOOK_BACKS_REMAINING = outcome("lookBacksRemaining");

    static final Set<ProcessVariable<?>> FEEDBACK = Set.of(CASE_NUMBER, TITLE, INSPECTION_BODY, INSPECTED_PARTY, FEEDBACK_DATE, CONCENTRATED_DEADLINE, DECLARED_PROBLEMS);

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of(
                START_FEEDBACK_RECEIVED, FEEDBACK,
                REGISTER_PROBLEMS, Set.of(),
                DRAFT_PLAN, Set.of(PLAN_SUMMARY),
                REVIEW_PLAN, Set.of(OPINION, PLAN_GRADE),
                APPROVE_PLAN, Set.of(PLAN_APPROVED, OPINION),
                DECOMPOSE_TASKS, Set.of(),
                SUMMARISE_CASE, Set.of(CASE_SUMMARY),
                APPROVE_BULLETIN, Set.of(BULLETIN_APPROVED, OPINION));
    }
}
