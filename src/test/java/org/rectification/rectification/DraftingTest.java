package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.rectification.support.Desk.taskNumber;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView.DraftedTask;
import org.rectification.rectification.PlanChanges.PlanChange;
import org.rectification.rectification.TaskDraft.MeasureDraft;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Flaw;
import org.rectification.refusal.Refusal.Kind;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OnH2
class DraftingTest {

    @Autowired Drafting drafting;
    @Autowired LedgerView ledger;
    @Autowired PlanChanges changes;
    Desk desk;
    Person office;

    @BeforeEach
    void office(@Autowired ApplicationContext context, @Autowired Organization organization) {
        desk = new Desk(context);
        office = organization.person("office1");
    }

    // problems

    @Test
    void problemsAreNumberedOnFromTheLast() {
        String caseNumber = desk.startedCase();

        drafting.addProblems(caseNumber, List.of(problem("甲"), problem("乙")), office);
        drafting.addProblems(caseNumber, List.of(new ProblemDraft("党建", "甲", "另一方面的同名问题。", "DURING_INSPECTION", "已移交", null)), office);

        assertThat(ledger.problems(caseNumber)).extracting(Problem::number, Problem::title, Problem::origin)
                .containsExactly(tuple(1, "甲", Origin.FEEDBACK), tuple(2, "乙", Origin.FEEDBACK), tuple(3, "甲", Origin.DURING_INSPECTION));
    }

    @Test
    void anEqualProblemIsRefusedWhetherRegisteredBeforeOrSentTwice() {
        String caseNumber = desk.startedCase();
        drafting.addProblems(caseNumber, List.of(problem("甲")), office);

        Refusal refusal = refusal(Kind.RULE, () -> drafting.addProblems(caseNumber, List.of(problem("乙"), problem("甲"), problem("乙 ")), office));

        assertThat(refusal.flaws()).extracting(Flaw::row, Flaw::field).containsExactly(tuple(2, "title"), tuple(3, "title"));
        assertThat(ledger.problems(caseNumber)).hasSize(1);
    }

    @Test
    void oneBadRowOfManyRefusesAllAndEveryBadRowIsNamed() {
        String caseNumber = desk.startedCase();

        Refusal refusal = refusal(Kind.INPUT, () -> drafting.addProblems(caseNumber, Arrays.asList(problem("甲"), null,
                new ProblemDraft("方面", "长".repeat(201), "表述", "ELSEWHERE", null, null)), office));

        assertThat(refusal.flaws()).extracting(Flaw::row, Flaw::field)
                .containsExactlyInAnyOrder(tuple(2, "aspect"), tuple(2, "title"), tuple(2, "text"), tuple(3, "title"), tuple(3, "origin"));
        assertThat(ledger.problems(caseNumber)).isEmpty();
    }

    @Test
    void nothingIsNotRegisteredAndNeitherIsTooMuch() {
        String caseNumber = desk.startedCase();

        refusal(Kind.INPUT, () -> drafting.addProblems(caseNumber, List.of(), office));
        refusal(Kind.INPUT, () -> drafting.addProblems(caseNumber, null, office));
        refusal(Kind.INPUT, () -> drafting.addProblems(caseNumber, IntStream.range(0, 1001).mapToObj(n -> problem("问题" + n)).toList(), office));
    }

    @Test
    void aChangedProblemKeepsWhatWasNotSent() {
        String caseNumber = desk.startedCase();
        drafting.addProblems(caseNumber, List.of(problem("甲"), problem("乙")), office);

        drafting.changeProblem(caseNumber, 1, new ProblemDraft(null, "丙", null, null, "已启动", null), office);

        assertThat(ledger.problems(caseNumber).get(0)).extracting(Problem::aspect, Problem::title, Problem::text, Problem::progress).containsExactly("精细化管理", "丙", "甲的表述。", "已启动");
        assertThat(refusal(Kind.RULE, () -> drafting.changeProblem(caseNumber, 2, new ProblemDraft(null, "丙", null, null, null, null), office))).hasMessageContaining("已有相同的问题");
        refusal(Kind.UNKNOWN, () -> drafting.changeProblem(caseNumber, 9, problem("丁"), office));
    }

    @Test
    void aProblemWithTasksIsNotRemoved() {
        String caseNumber = desk.caseWithProblems(2);
        desk.addTasks(caseNumber, 1);

        assertThat(refusal(Kind.RULE, () -> drafting.removeProblem(caseNumber, 1, null, office))).hasMessageContaining("还有1项任务");
        drafting.removeProblem(caseNumber, 2, null, office);
        assertThat(ledger.problems(caseNumber)).extracting(Problem::number).containsExactly(1);
    }

    // tasks

    @Test
    void tasksAreNumberedOnWithinTheirProblem() {
        String caseNumber = desk.caseWithProblems(2);

        drafting.addTasks(caseNumber, List.of(task("1", "a"), task("2", "b"), task("1", "c")), office);
        drafting.addTasks(caseNumber, List.of(task("2", "d"), task("1", "e")), office);

        assertThat(ledger.tasks(caseNumber)).extracting(RectificationTask::taskNumber, RectificationTask::title).containsExactly(
                tuple(caseNumber + "-01-01", "a"), tuple(caseNumber + "-01-02", "c"), tuple(caseNumber + "-01-03", "e"),
                tuple(caseNumber + "-02-01", "b"), tuple(caseNumber + "-02-02", "d"));
    }

    @Test
    void aTaskMayBeIncompleteUntilTheLaunch() {
        String caseNumber = desk.caseWithProblems(1);

        drafting.addTasks(caseNumber, List.of(task("1", "a")), office);

        assertThat(ledger.tasks(caseNumber).get(0)).extracting(RectificationTask::kind, RectificationTask::phase, RectificationTask::leadDepartment, RectificationTask::deadline)
                .containsExactly(TaskKind.TIME_LIMITED, Phase.EXECUTION, null, null);
    }

    @Test
    void everythingWrongWithATaskIsNamedAndNothingIsWritten() {
        String caseNumber = desk.caseWithProblems(1);

        Refusal refusal = refusal(Kind.INPUT, () -> drafting.addTasks(caseNumber, List.of(task("1", "a"),
                new TaskDraft("7", " ", "SOON", "LATER", "kitchen", List.of("parks", "kitchen"), "nobody", "1999-01-01", "长".repeat(1001), List.of(new MeasureDraft("")), null),
                new TaskDraft("1", "b", null, null, "parks", List.of("parks"), null, LocalDate.now().minusDays(31).toString(), null, Collections.nCopies(51, new MeasureDraft("x")), null)), office));

        assertThat(refusal.flaws()).extracting(Flaw::row, Flaw::field).containsExactlyInAnyOrder(
                tuple(2, "problem"), tuple(2, "title"), tuple(2, "kind"), tuple(2, "phase"), tuple(2, "leadDepartment"), tuple(2, "supportingDepartments"), tuple(2, "leadLeader"),
                tuple(2, "deadline"), tuple(2, "signOffStandard"), tuple(2, "measures"), tuple(3, "supportingDepartments"), tuple(3, "deadline"), tuple(3, "measures"));
        assertThat(ledger.tasks(caseNumber)).isEmpty();
    }

    @Test
    void aChangedTaskKeepsWhatWasNotSentAndReplacesWhatWas() {
        String caseNumber = desk.caseWithProblems(1);
        drafting.addTasks(caseNumber, List.of(new TaskDraft("1", "a", "IMMEDIATE", "SUMMARY", "sanitation", List.of("finance", "legal"), "leader2", "2099-12-01", "标准",
                List.of(new MeasureDraft("一", "张三", "2099-11-01"), new MeasureDraft("二")), null)), office);
        String taskNumber = taskNumber(caseNumber, 1);

        drafting.changeTask(taskNumber, new TaskDraft(null, "b", null, null, null, null, null, "2099-12-02", null, null, null), office);
        DraftedTask kept = ledger.draftedTask(taskNumber);
        assertThat(kept.task()).extracting(RectificationTask::title, RectificationTask::kind, RectificationTask::phase, RectificationTask::leadDepartment, RectificationTask::leadLeader,
                RectificationTask::deadline, RectificationTask::originalDeadline, RectificationTask::signOffStandard).containsExactly("b", TaskKind.IMMEDIATE, Phase.SUMMARY, "sanitation", "leader2",
                LocalDate.of(2099, 12, 2), LocalDate.of(2099, 12, 2), "标准");
        assertThat(kept.supportingDepartments()).containsExactly("finance", "legal");
        assertThat(kept.measures()).extracting(Measure::text, Measure::responsible, Measure::deadline).containsExactly(tuple("一", "张三", LocalDate.of(2099, 11, 1)), tuple("二", null, null));

        drafting.changeTask(taskNumber, new TaskDraft("1", null, null, null, null, List.of(), null, null, null, List.of(new MeasureDraft("三")), null), office);
        DraftedTask replaced = ledger.draftedTask(taskNumber);
        assertThat(replaced.supportingDepartments()).isEmpty();
        assertThat(replaced.measures()).extracting(Measure::text).containsExactly("三");
        assertThat(refusal(Kind.RULE, () -> drafting.changeTask(taskNumber, task("2", "b"), office))).hasMessageContaining("不能改挂到别的问题");
    }

    @Test
    void aRemovedTaskTakesItsPartsAlong() {
        String caseNumber = desk.caseWithProblems(1);
        desk.addTasks(caseNumber, 2);

        drafting.removeTask(taskNumber(caseNumber, 1), null, office);

        assertThat(ledger.draftedTasks(caseNumber, office)).extracting(each -> each.task().taskNumber()).containsExactly(taskNumber(caseNumber, 2));
        assertThat(ledger.figures(caseNumber).measures()).isEqualTo(1);
    }

    // who and when

    @Test
    void onlyTheOfficeWritesProblemsAndTasks(@Autowired Organization organization) {
        String caseNumber = desk.caseWithProblems(1);
        for (String other : List.of("leader1", "supervisor1", "sanitationhead", "sanitation1", "auditor1", "admin")) {
            refusal(Kind.NOT_YOURS, () -> drafting.addProblems(caseNumber, List.of(problem("甲")), organization.person(other)));
            refusal(Kind.NOT_YOURS, () -> drafting.addTasks(caseNumber, List.of(task("1", "a")), organization.person(other)));
        }
        assertThat(ledger.tasks(caseNumber)).isEmpty();
    }

    @Test
    void whileOthersJudgeThePlanNothingChanges() {
        String inReview = desk.caseInReview(1);
        assertThat(refusal(Kind.RULE, () -> desk.addTasks(inReview, 1))).hasMessageContaining("正在“联审整改方案”");
        String inApproval = desk.caseInApproval(1);
        assertThat(refusal(Kind.RULE, () -> drafting.addProblems(inApproval, List.of(problem("甲")), office))).hasMessageContaining("正在“审定整改方案”");
    }

    @Test
    void afterTheLaunchNothingIsWrittenDirectly() {
        String caseNumber = desk.launchedCase(1);

        assertThat(refusal(Kind.RULE, () -> desk.addTasks(caseNumber, 1))).hasMessageContaining("任务已下达");
        refusal(Kind.RULE, () -> drafting.changeTask(taskNumber(caseNumber, 1), task(null, "b"), office));
        refusal(Kind.RULE, () -> drafting.removeTask(taskNumber(caseNumber, 1), "理由", office));
        refusal(Kind.RULE, () -> drafting.changeProblem(caseNumber, 1, problem("甲"), office));
        refusal(Kind.RULE, () -> drafting.removeProblem(caseNumber, 1, "理由", office));
    }

    // what the approved plan held

    @Test
    void whatTheApprovedPlanHeldChangesWithAReasonOnly() {
        String caseNumber = desk.caseWithProblems(2);
        desk.addTasks(caseNumber, 2);
        desk.draftPlan(caseNumber);
        desk.reviewPlan(caseNumber);
        desk.complete("leader1", caseNumber, "Task_ApprovePlan", java.util.Map.of("planApproved", true));
        String first = taskNumber(caseNumber, 1);

        assertThat(refusal(Kind.RULE, () -> drafting.changeTask(first, task(null, "b"), office))).hasMessage(first + "已列入审定的整改方案，改动须填写理由");
        refusal(Kind.RULE, () -> drafting.removeTask(first, " ", office));
        refusal(Kind.RULE, () -> drafting.changeProblem(caseNumber, 1, problem("甲"), office));
        refusal(Kind.RULE, () -> drafting.removeProblem(caseNumber, 2, null, office));
        assertThat(refusal(Kind.INPUT, () -> drafting.removeTask(first, "长".repeat(1001), office))).hasMessageContaining("最多1000字");
        assertThat(changes.of(caseNumber)).isEmpty();
        assertThat(ledger.tasks(caseNumber)).extracting(RectificationTask::title).containsExactly("任务1", "任务2");

        drafting.changeTask(first, new TaskDraft(null, "b", null, null, "parks", null, "leader3", null, null, null, " 责任重新划分 "), office);
        drafting.removeTask(taskNumber(caseNumber, 2), "与任务1合并", office);
        drafting.removeProblem(caseNumber, 2, "重复", office);
        assertThat(changes.of(caseNumber)).extracting(PlanChange::subject, PlanChange::reason, PlanChange::person)
                .containsExactly(tuple(first, "责任重新划分", "office1"), tuple(taskNumber(caseNumber, 2), "与任务1合并", "office1"), tuple("问题2", "重复", "office1"));
        assertThat(changes.of(caseNumber).get(0).change()).isEqualTo("任务名称改为：b；原为：任务1。责任科室改为：园林绿化科；原为：环境卫生科。责任领导改为：孙玉兰；原为：刘建华");
    }

    @Test
    void whatCameAfterThePlanChangesWithoutAReason() {
        String caseNumber = desk.caseInDecomposition(1);
        desk.addTasks(caseNumber, 1);

        drafting.changeTask(taskNumber(caseNumber, 1), task(null, "b"), office);
        drafting.removeTask(taskNumber(caseNumber, 1), null, office);
        assertThat(changes.of(caseNumber)).isEmpty();
    }

    // support

    private static ProblemDraft problem(String title) {
        return new ProblemDraft("精细化管理", title, title.strip() + "的表述。", null, null, null);
    }

    private static TaskDraft task(String problem, String title) {
        return new TaskDraft(problem, title, null, null, null, null, null, null, null, null, null);
    }

    private static Refusal refusal(Kind kind, Runnable deed) {
        Refusal refusal = catchThrowableOfType(Refusal.class, deed::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.kind()).isEqualTo(kind);
        return refusal;
    }
}
