package org.rectification.support;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.rectification.evidence.EvidenceStore;
import org.rectification.extension.Extensions;
import org.rectification.lookback.LookBackStatus;
import org.rectification.lookback.LookBacks;
import org.rectification.organization.Organization;
import org.rectification.rectification.BlockDraft;
import org.rectification.rectification.BlockedTasks;
import org.rectification.rectification.Drafting;
import org.rectification.rectification.ProblemDraft;
import org.rectification.rectification.TaskDraft;
import org.rectification.rectification.TaskDraft.MeasureDraft;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.supervision.CampaignDraft;
import org.rectification.supervision.Campaigns;
import org.rectification.supervision.DepartmentChecks;
import org.rectification.supervision.ProposalDraft;
import org.rectification.supervision.Proposals;
import org.springframework.context.ApplicationContext;

/**
 * The demo's bureau at work as in {@link Bureau}, but inside the application: for tests that look at the processes
 * themselves, need hundreds of tasks, or two people at the same instant.
 */
public class Desk {

    private final ApplicationContext context;
    private final IdentityService identity;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Organization organization;

    public Desk(ApplicationContext context) {
        this.context = context;
        identity = context.getBean(IdentityService.class);
        tasks = context.getBean(TaskService.class);
        runtime = context.getBean(RuntimeService.class);
        management = context.getBean(ManagementService.class);
        organization = context.getBean(Organization.class);
    }

    // people at work

    /** Does something as this person, as a request with his login would. */
    public <T> T as(String person, Supplier<T> deed) {
        identity.setAuthentication(person, List.copyOf(organization.person(person).groups()));
        try {
            return deed.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Completes what this person is offered of this instance at this element. */
    public void complete(String person, String businessKey, String element, Map<String, Object> submitted) {
        Task task = offered(person, businessKey, element);
        if (task == null) throw new AssertionError(person + " is offered no " + element + " of " + businessKey);
        as(person, () -> {
            context.getBean(FormService.class).submitTaskForm(task.getId(), submitted);
            return null;
        });
    }

    /** @return null where this person is offered no such step */
    public Task offered(String person, String businessKey, String element) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(element).taskCandidateUser(person).includeAssignedTasks().singleResult();
    }

    // a case on its way

    public String startedCase() {
        String caseNumber = Bureau.newCaseNumber();
        start(Bureau.feedback(caseNumber));
        return caseNumber;
    }

    public ProcessInstance start(Map<String, Object> feedback) {
        String definition = context.getBean(RepositoryService.class).createProcessDefinitionQuery().processDefinitionKey("rectification-case").latestVersion().singleResult().getId();
        return as("office1", () -> context.getBean(FormService.class).submitStartForm(definition, feedback));
    }

    public String caseWithProblems(int problems) {
        String caseNumber = startedCase();
        addProblems(caseNumber, problems);
        complete("office1", caseNumber, "Task_RegisterProblems", Map.of());
        return caseNumber;
    }

    public void addProblems(String caseNumber, int problems) {
        context.getBean(Drafting.class).addProblems(caseNumber, IntStream.rangeClosed(1, problems)
                .mapToObj(n -> new ProblemDraft("城市精细化管理有差距", "问题" + n, "第" + n + "个问题的表述。", null, null, null)).toList(), organization.person("office1"));
    }

    public String caseInReview(int problems) {
        String caseNumber = caseWithProblems(problems);
        draftPlan(caseNumber);
        return caseNumber;
    }

    public void draftPlan(String caseNumber) {
        complete("office1", caseNumber, "Task_DraftPlan", Map.of("planSummary", "分解任务，逐项整改。"));
    }

    public String caseInApproval(int problems) {
        String caseNumber = caseInReview(problems);
        reviewPlan(caseNumber);
        return caseNumber;
    }

    public void reviewPlan(String caseNumber) {
        complete("supervisor1", caseNumber, "Task_ReviewPlan", Map.of("opinion", "同意"));
        complete("committee1", caseNumber, "Task_ReviewPlan", Map.of("opinion", "同意"));
    }

    public String caseInDecomposition(int problems) {
        String caseNumber = caseInApproval(problems);
        complete("leader1", caseNumber, "Task_ApprovePlan", Map.of("planApproved", true));
        return caseNumber;
    }

    /** A case about to be launched: one problem, so many tasks, no job run yet. */
    public String decomposedCase(int tasks) {
        String caseNumber = caseInDecomposition(1);
        addTasks(caseNumber, tasks);
        complete("office1", caseNumber, "Task_DecomposeTasks", Map.of());
        return caseNumber;
    }

    /** A case about to be launched: so many problems of one task each. */
    public String decomposedCaseOf(int problems) {
        String caseNumber = caseInDecomposition(problems);
        IntStream.rangeClosed(1, problems).forEach(problem -> addTasks(caseNumber, problem, 1));
        complete("office1", caseNumber, "Task_DecomposeTasks", Map.of());
        return caseNumber;
    }

    public void addTasks(String caseNumber, int tasks) {
        addTasks(caseNumber, 1, tasks);
    }

    /** Complete tasks for the sanitation department, lead leader leader2. */
    private void addTasks(String caseNumber, int problem, int tasks) {
        context.getBean(Drafting.class).addTasks(caseNumber, IntStream.rangeClosed(1, tasks).mapToObj(n -> new TaskDraft("" + problem, "任务" + n, null, null, "sanitation", null,
                "leader2", LocalDate.now().plusDays(40).toString(), "有方案、有清单。", List.of(new MeasureDraft("落实")), null)).toList(), organization.person("office1"));
    }

    /** A launched case with one task, which these departments and bodies support. */
    public String supportedCase(List<String> departments, List<String> bodies) {
        String caseNumber = caseInDecomposition(1);
        context.getBean(Drafting.class).addTasks(caseNumber, List.of(new TaskDraft("1", "任务", null, null, "sanitation", departments, bodies,
                "leader2", LocalDate.now().plusDays(40).toString(), "有方案、有清单。", List.of(new MeasureDraft("落实")), null)), organization.person("office1"));
        complete("office1", caseNumber, "Task_DecomposeTasks", Map.of());
        runJobs(caseNumber);
        return caseNumber;
    }

    /** @return the case's number; its tasks are {@link #taskNumber}s from 1 on */
    public String launchedCase(int tasks) {
        String caseNumber = decomposedCase(tasks);
        runJobs(caseNumber);
        return caseNumber;
    }

    public static String taskNumber(String caseNumber, int ordinal) {
        return "%s-01-%02d".formatted(caseNumber, ordinal);
    }

    // a task on its way

    public void fileEvidence(String by, String taskNumber) {
        context.getBean(TaskLifecycle.class).fileEvidence(taskNumber, null, organization.person(by), List.of(file(taskNumber)));
    }

    private static EvidenceStore.Upload file(String about) {
        byte[] content = Bureau.pdf(about + System.nanoTime());
        return new EvidenceStore.Upload() {
            @Override
            public String fileName() {
                return "记录.pdf";
            }

            @Override
            public long size() {
                return content.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content);
            }
        };
    }

    /** @return the request's key */
    public String askForExtension(String by, String taskNumber, int days) {
        LocalDate deadline = context.getBean(TaskLifecycle.class).task(taskNumber).deadline();
        return context.getBean(Extensions.class).requested(taskNumber, deadline.plusDays(days).toString(), "采购流标", organization.person(by), List.of(file(taskNumber))).extensionKey();
    }

    /** To be reviewed in ten days. @return the request's key */
    public String reportBlocked(String by, String taskNumber) {
        BlockDraft draft = new BlockDraft("用地手续未批复", "市自然资源局", LocalDate.now().minusDays(5).toString(), "城管函〔2026〕12号", "先行围挡", LocalDate.now().plusDays(10).toString());
        return context.getBean(BlockedTasks.class).requested(taskNumber, draft, organization.person(by)).blockKey();
    }

    /** Opened by supervisor1 for today. @return the campaign's number */
    public String openCampaign(String caseNumber, List<String> departments) {
        CampaignDraft draft = new CampaignDraft("督导检查", LocalDate.now().toString(), departments, null, null);
        return context.getBean(Campaigns.class).opened(caseNumber, draft, organization.person("supervisor1")).campaignNumber();
    }

    public long recordFinding(String checkKey, String taskNumber) {
        return context.getBean(DepartmentChecks.class).recorded(checkKey, "台账缺三个月记录", taskNumber, null, organization.person("supervisor1")).id();
    }

    public void correctFindings(String by, String checkKey) {
        DepartmentChecks checks = context.getBean(DepartmentChecks.class);
        checks.findingsOf(List.of(checkKey)).forEach(finding -> {
            checks.correctionWritten(checkKey, finding.id(), "已补记。", organization.person(by));
            checks.filed(checkKey, finding.id(), organization.person(by), List.of(file(checkKey)));
        });
        complete(by, checkKey, "Task_CorrectFindings", Map.of());
    }

    /** @param department blank for the whole party. @return the proposal's number */
    public String fileProposal(String caseNumber, String department) {
        ProposalDraft draft = new ProposalDraft("规范台账", "建议统一台账格式。", department, null, LocalDate.now().plusDays(20).toString());
        return context.getBean(Proposals.class).filed(caseNumber, draft, organization.person("discipline1"), List.of()).proposalNumber();
    }

    /** Moves what is due at this task's open steps, so that it agrees with a deadline that a test moved in the ledger. */
    public void dueOn(String taskNumber, LocalDate deadline) {
        tasks.createTaskQuery().processInstanceBusinessKey(taskNumber).list().forEach(task ->
                tasks.setDueDate(task.getId(), java.util.Date.from(deadline.atTime(23, 59, 59).atZone(java.time.ZoneId.systemDefault()).toInstant())));
    }

    public void claim(String person, String businessKey, String element) {
        String task = offered(person, businessKey, element).getId();
        as(person, () -> {
            tasks.claim(task, person);
            return null;
        });
    }

    public void support(String department, String taskNumber) {
        complete(department + "1", taskNumber + ":" + department, "Task_Support", Map.of("instalment", "本科室承担的部分已完成。"));
    }

    public void submit(String taskNumber) {
        fileEvidence("sanitation1", taskNumber);
        complete("sanitation1", taskNumber, "Task_Implement", Map.of("completionStatement", "已按措施完成整改。"));
    }

    public void endorse(String taskNumber, boolean endorsed) {
        complete("sanitationhead", taskNumber, "Task_Endorse", Map.of("endorsed", endorsed, "opinion", "审签意见"));
    }

    public void check(String taskNumber, boolean passed) {
        complete("supervisor1", taskNumber, "Task_Check", Map.of("checkPassed", passed, "opinion", "核查意见"));
    }

    public void signOff(String taskNumber, boolean approved) {
        complete("leader1", taskNumber, "Task_SignOff", Map.of("signOffApproved", approved, "sustained", true, "opinion", "审定意见"));
    }

    /** From a fresh round up to the wait for the leading group. */
    public void readyForSignOff(String taskNumber) {
        submit(taskNumber);
        endorse(taskNumber, true);
        check(taskNumber, true);
    }

    public void signedOff(String taskNumber) {
        readyForSignOff(taskNumber);
        signOff(taskNumber, true);
    }

    public void summarise(String caseNumber) {
        complete("office1", caseNumber, "Task_SummariseCase", Map.of("caseSummary", "集中整改总结。"));
    }

    public void approveBulletin(String caseNumber, boolean approved) {
        complete("leader1", caseNumber, "Task_ApproveBulletin", Map.of("bulletinApproved", approved, "opinion", "通报意见"));
    }

    // looking back

    /** The day has come, and every drawn task is offered to the supervision team. */
    public void beginLookBack(String caseNumber) {
        runJob(caseNumber, "Event_LookBackDue");
        runJobs(caseNumber);
    }

    public void lookBack(String taskNumber, boolean held) {
        complete("supervisor2", taskNumber, "Task_LookBack", held ? Map.of("held", true)
                : Map.of("held", false, "opinion", "点位又被占用", "newDeadline", LocalDate.now().plusDays(45).toString()));
    }

    public void fileLookBackEvidence(String by, String taskNumber) {
        context.getBean(LookBacks.class).fileEvidence(taskNumber, organization.person(by), List.of(file(taskNumber)));
    }

    /** Everything has held, so that the case closes. */
    public void lookedBack(String caseNumber) {
        beginLookBack(caseNumber);
        context.getBean(LookBacks.class).ofCase(caseNumber).stream().filter(each -> each.status() == LookBackStatus.AWAITED).forEach(each -> lookBack(each.taskNumber(), true));
        runJobs(caseNumber);
    }

    // the system at work

    public ProcessInstance instance(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).singleResult();
    }

    /** The one job of this instance at this element, due or not. */
    public Job job(String businessKey, String element) {
        return management.createJobQuery().processInstanceId(instance(businessKey).getId()).activityId(element).singleResult();
    }

    public void runJob(String businessKey, String element) {
        management.executeJob(job(businessKey, element).getId());
    }

    /** Runs what the system owes this case and its tasks, until nothing is owed. */
    public void runJobs(String caseNumber) {
        for (List<Job> jobs = owed(caseNumber); !jobs.isEmpty(); jobs = owed(caseNumber)) jobs.forEach(job -> management.executeJob(job.getId()));
    }

    private List<Job> owed(String caseNumber) {
        List<String> instances = runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike(caseNumber + "%").list().stream()
                .filter(instance -> instance.getBusinessKey().equals(caseNumber) || instance.getBusinessKey().startsWith(caseNumber + "-")).map(ProcessInstance::getId).toList();
        return management.createJobQuery().messages().list().stream().filter(job -> instances.contains(job.getProcessInstanceId())).toList();
    }

    /** How often the instances with this key have passed this element. */
    public long timesPassed(String businessKey, String element) {
        HistoryService history = context.getBean(HistoryService.class);
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .mapToLong(instance -> history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).activityId(element).finished().count()).sum();
    }
}
