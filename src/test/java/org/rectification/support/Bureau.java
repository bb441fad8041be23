package org.rectification.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.rectification.support.Caller.Answer;

/** The demo's bureau at work over HTTP: what several tests need done before their own story begins. Every case gets a number of its own. */
public class Bureau {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final int port;
    private final ManagementService management;
    private LocalDate today = LocalDate.now();

    public Bureau(int port, ManagementService management) {
        this.port = port;
        this.management = management;
    }

    /** Cases begin thirty days before this day instead of the real one. */
    public Bureau on(LocalDate today) {
        this.today = today;
        return this;
    }

    public Caller as(String userId) {
        return Caller.of(port, userId);
    }

    /** A file that really is a PDF; the text makes each one different. */
    public static byte[] pdf(String text) {
        return ("%PDF-1.4\n% " + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    public static String newCaseNumber() {
        return "T-" + ProcessHandle.current().pid() % 1000 + "-" + NEXT.incrementAndGet();
    }

    public static Map<String, Object> feedback(String caseNumber) {
        return feedback(caseNumber, LocalDate.now());
    }

    private static Map<String, Object> feedback(String caseNumber, LocalDate today) {
        return Map.of("caseNumber", caseNumber, "title", "巡察反馈意见整改", "inspectionBody", "市委第二巡察组", "inspectedParty", "市城市管理局",
                "feedbackDate", today.minusDays(30).toString(), "concentratedDeadline", today.plusDays(60).toString());
    }

    public String startedCase() {
        String caseNumber = newCaseNumber();
        done(as("office1").startCase(feedback(caseNumber, today)));
        return caseNumber;
    }

    public static Map<String, Object> problem(int n) {
        return Map.of("aspect", "城市精细化管理有差距", "title", "问题" + n, "text", "第" + n + "个问题的表述。");
    }

    /** A complete task of the sanitation department, lead leader leader2. */
    public static Map<String, Object> task(int problem) {
        return task(problem, LocalDate.now());
    }

    private static Map<String, Object> task(int problem, LocalDate today) {
        return Map.of("problem", problem, "title", "任务", "kind", "TIME_LIMITED", "phase", "EXECUTION", "leadDepartment", "sanitation", "supportingDepartments", List.of("finance"),
                "leadLeader", "leader2", "deadline", today.plusDays(40).toString(), "signOffStandard", "有方案、有清单、有照片。", "measures", List.of("制定方案", "逐项落实"));
    }

    public String caseWithProblems(int problems) {
        String caseNumber = startedCase();
        created(as("office1").post("/api/cases/" + caseNumber + "/problems", Map.of("problems", IntStream.rangeClosed(1, problems).mapToObj(Bureau::problem).toList())));
        done(as("office1").complete(caseNumber, "Task_RegisterProblems", Map.of()));
        return caseNumber;
    }

    public String caseInReview(int problems) {
        String caseNumber = caseWithProblems(problems);
        done(as("office1").complete(caseNumber, "Task_DraftPlan", Map.of("planSummary", "分解任务，逐项整改。")));
        return caseNumber;
    }

    public String caseInApproval(int problems) {
        String caseNumber = caseInReview(problems);
        done(as("supervisor1").complete(caseNumber, "Task_ReviewPlan", Map.of("opinion", "同意")));
        done(as("committee1").complete(caseNumber, "Task_ReviewPlan", Map.of("opinion", "同意")));
        return caseNumber;
    }

    public String caseInDecomposition(int problems) {
        String caseNumber = caseInApproval(problems);
        done(as("leader1").complete(caseNumber, "Task_ApprovePlan", Map.of("planApproved", true)));
        return caseNumber;
    }

    /** One problem a task, each with a running instance. */
    public String launchedCase(int tasks) {
        String caseNumber = caseInDecomposition(tasks);
        created(as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", IntStream.rangeClosed(1, tasks).mapToObj(n -> task(n, today)).toList())));
        done(as("office1").complete(caseNumber, "Task_DecomposeTasks", Map.of()));
        runJobs(caseNumber);
        return caseNumber;
    }

    public static String taskNumber(String caseNumber, int problem) {
        return "%s-%02d-01".formatted(caseNumber, problem);
    }

    /** The finance department has done its part, unless it had before. */
    public void supported(String taskNumber) {
        Caller clerk = as("finance1");
        String task = clerk.taskId(taskNumber + ":finance", "Task_Support");
        if (task != null) done(clerk.submit(task, Map.of("instalment", "已落实资金并拨付到位。")));
    }

    public void submitted(String taskNumber) {
        supported(taskNumber);
        created(as("sanitation1").upload("/api/tasks/" + taskNumber + "/evidence", Map.of("记录.pdf", pdf(taskNumber + System.nanoTime()))));
        done(as("sanitation1").complete(taskNumber, "Task_Implement", Map.of("completionStatement", "已按措施完成整改。")));
    }

    public void endorsed(String taskNumber) {
        submitted(taskNumber);
        done(as("sanitationhead").complete(taskNumber, "Task_Endorse", Map.of("endorsed", true, "opinion", "同意")));
    }

    public void checked(String taskNumber) {
        endorsed(taskNumber);
        done(as("supervisor1").complete(taskNumber, "Task_Check", Map.of("checkPassed", true, "opinion", "同意")));
    }

    public void signedOff(String taskNumber) {
        checked(taskNumber);
        done(as("leader1").complete(taskNumber, "Task_SignOff", Map.of("signOffApproved", true, "sustained", true, "opinion", "同意")));
    }

    /** The bulletin of a case whose tasks are all signed off is approved. */
    public void bulletinApproved(String caseNumber) {
        runJobs(caseNumber);
        done(as("office1").complete(caseNumber, "Task_SummariseCase", Map.of("caseSummary", "任务全部完成。")));
        done(as("leader1").complete(caseNumber, "Task_ApproveBulletin", Map.of("bulletinApproved", true)));
    }

    /** The admin lets the day of the look-back come, and every drawn task is offered to the supervision team. */
    public void lookBackBegun(String caseNumber) {
        String timer = as("admin").get("/engine-rest/job?processInstanceId=" + instanceOf(caseNumber) + "&activityId=Event_LookBackDue").json().get(0).get("id").asText();
        done(as("admin").post("/engine-rest/job/" + timer + "/execute", null));
        runJobs(caseNumber);
    }

    public void held(String taskNumber) {
        done(as("supervisor2").complete(taskNumber, "Task_LookBack", Map.of("held", true, "opinion", "成效保持")));
    }

    public void rebounded(String taskNumber) {
        done(as("supervisor1").complete(taskNumber, "Task_LookBack", Map.of("held", false, "opinion", "点位又被占用", "newDeadline", LocalDate.now().plusDays(45).toString())));
    }

    /** The running instance of this case. */
    public String instanceOf(String caseNumber) {
        return as("admin").get("/engine-rest/process-instance?processDefinitionKey=rectification-case&businessKey=" + caseNumber).json().get(0).get("id").asText();
    }

    /** Fires the timer of this case's reporting periods, as if it were due. */
    public void endPeriod(String caseNumber) {
        management.executeJob(management.createJobQuery().processInstanceId(instanceOf(caseNumber)).timers().activityId("StartEvent_PeriodEnded").singleResult().getId());
        runJobs(caseNumber);
    }

    /** Runs what the system owes this case and its tasks, until nothing is owed that is due. */
    public void runJobs(String caseNumber) {
        for (var jobs = due(caseNumber); !jobs.isEmpty(); jobs = due(caseNumber)) jobs.forEach(management::executeJob);
    }

    private List<String> due(String caseNumber) {
        return management.createJobQuery().messages().withRetriesLeft().list().stream().filter(job -> job.getExceptionMessage() == null).map(org.camunda.bpm.engine.runtime.Job::getId).toList();
    }

    public static void done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    }

    public static void created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
