package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.calendar.AnnouncedHolidays;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From feedback to 整改办结 over HTTP as the demo's people, on both databases. */
class LifecycleTest {

    @Nested
    @OnH2
    class H2 extends Lifecycle {
    }

    @Nested
    @OnPostgres
    class Postgres extends Lifecycle {
    }
}

abstract class Lifecycle {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    Bureau bureau;

    @BeforeEach
    void bureau() {
        bureau = new Bureau(port, management);
    }

    @Test
    void aCaseClosesAfterEveryItemWasVerifiedByFourPeople() {
        String caseNumber = bureau.launchedCase(2);

        bureau.signedOff(taskNumber(caseNumber, 1));
        assertFigures(caseNumber, "RECTIFYING", "{\"done\":1,\"total\":2,\"rate\":50.0}");
        bureau.signedOff(taskNumber(caseNumber, 2));
        bureau.runJobs(caseNumber);
        assertFigures(caseNumber, "SUMMARISING", "{\"done\":2,\"total\":2,\"rate\":100.0}");
        bureau.bulletinApproved(caseNumber);
        assertFigures(caseNumber, "AWAITING_SIGN_OFFS", "{\"done\":2,\"total\":2,\"rate\":100.0}");
        bureau.lookBackBegun(caseNumber);
        assertFigures(caseNumber, "LOOKING_BACK", "{\"done\":2,\"total\":2,\"rate\":100.0}");
        bureau.held(taskNumber(caseNumber, 1));
        bureau.held(taskNumber(caseNumber, 2));
        bureau.runJobs(caseNumber);

        assertFigures(caseNumber, "CLOSED", "{\"done\":2,\"total\":2,\"rate\":100.0}");
        assertClean(caseNumber);
    }

    private void assertFigures(String caseNumber, String stage, String completion) {
        JsonNode figures = get("office1", "/api/cases/" + caseNumber);
        assertThat(figures.get("stage").asText()).isEqualTo(stage);
        assertThat(figures.get("completion").toString()).isEqualTo(completion);
    }

    // rounds

    @Test
    void everyRefusalLeadsToTheNextRoundAndItsOpinionStaysReadable() {
        String caseNumber = bureau.launchedCase(1);
        String task = taskNumber(caseNumber, 1);

        bureau.submitted(task);
        done(bureau.as("sanitationhead").complete(task, "Task_Endorse", Map.of("endorsed", false, "opinion", "照片缺少日期")));
        bureau.endorsed(task);
        done(bureau.as("supervisor1").complete(task, "Task_Check", Map.of("checkPassed", false, "opinion", "两个点位未安装")));
        bureau.checked(task);
        done(bureau.as("leader3").complete(task, "Task_SignOff", Map.of("signOffApproved", false, "opinion", "成效不稳固")));
        bureau.signedOff(task);

        JsonNode file = get("auditor1", "/api/tasks/" + task);
        assertThat(file.get("round").asInt()).isEqualTo(4);
        assertThat(file.get("status").asText()).isEqualTo("SIGNED_OFF");
        assertThat(file.get("light").asText()).isEqualTo("DONE");
        assertThat(file.get("sustained").asBoolean()).isTrue();
        List<String> opinions = new ArrayList<>();
        file.get("rounds").forEach(round -> round.get("decisions").forEach(decision -> opinions.add(round.get("round") + " " + decision.get("role").asText() + " "
                + decision.get("person").asText() + " " + decision.get("approved").asBoolean() + " " + decision.get("opinion").asText())));
        assertThat(opinions).containsExactly(
                "1 SUBMITTER sanitation1 true 已按措施完成整改。", "1 ENDORSER sanitationhead false 照片缺少日期",
                "2 SUBMITTER sanitation1 true 已按措施完成整改。", "2 ENDORSER sanitationhead true 同意", "2 CHECKER supervisor1 false 两个点位未安装",
                "3 SUBMITTER sanitation1 true 已按措施完成整改。", "3 ENDORSER sanitationhead true 同意", "3 CHECKER supervisor1 true 同意", "3 SIGNER leader3 false 成效不稳固",
                "4 SUBMITTER sanitation1 true 已按措施完成整改。", "4 ENDORSER sanitationhead true 同意", "4 CHECKER supervisor1 true 同意", "4 SIGNER leader1 true 同意");
        assertThat(file.get("evidence")).extracting(each -> each.get("round").asInt()).containsExactly(1, 2, 3, 4);
        assertThat(file.get("problemText").asText()).isEqualTo("第1个问题的表述。");
        assertThat(file.get("signOffStandard").asText()).isEqualTo("有方案、有清单、有照片。");
        assertThat(file.get("measures")).extracting(each -> each.get("text").asText()).containsExactly("制定方案", "逐项落实");
    }

    @Test
    void aBrokenRuleAnswersConflictInPeoplesWordsAndChangesNothing() {
        String task = taskNumber(bureau.launchedCase(1), 1);

        Answer withoutEvidence = bureau.as("sanitation1").complete(task, "Task_Implement", Map.of("completionStatement", "已完成"));
        assertThat(withoutEvidence.status()).isEqualTo(409);
        assertThat(withoutEvidence.reason()).contains("本轮报验还没有佐证材料");
        bureau.submitted(task);
        Answer withoutOpinion = bureau.as("sanitationhead").complete(task, "Task_Endorse", Map.of("endorsed", false));
        assertThat(withoutOpinion.status()).isEqualTo(409);
        assertThat(withoutOpinion.reason()).contains("请填写退回意见");

        assertThat(get("office1", "/api/tasks/" + task).get("status").asText()).isEqualTo("AWAITING_ENDORSEMENT");
        assertThat(get("office1", "/api/tasks/" + task).get("rounds").get(0).get("decisions")).hasSize(1);
    }

    // the ledger as people read it

    @Test
    void theLedgerShowsEveryTaskInItsColour() {
        String caseNumber = colourfulCase();

        assertThat(rows("office1", caseNumber, "")).containsExactly("01 DONE SIGNED_OFF", "02 RED IN_PROGRESS", "03 YELLOW IN_PROGRESS", "04 BLUE IN_PROGRESS", "05 GREEN IN_PROGRESS", "06 GREEN IN_PROGRESS");
        assertThat(rows("office1", caseNumber, "?light=RED")).containsExactly("02 RED IN_PROGRESS");
        assertThat(rows("office1", caseNumber, "?light=YELLOW")).containsExactly("03 YELLOW IN_PROGRESS");
        assertThat(rows("office1", caseNumber, "?light=BLUE")).containsExactly("04 BLUE IN_PROGRESS");
        assertThat(rows("office1", caseNumber, "?light=GREEN")).containsExactly("05 GREEN IN_PROGRESS", "06 GREEN IN_PROGRESS");
        assertThat(rows("office1", caseNumber, "?light=DONE")).containsExactly("01 DONE SIGNED_OFF");
        assertThat(rows("office1", caseNumber, "?light=PAUSED")).isEmpty();
        assertThat(rows("office1", caseNumber, "?status=SIGNED_OFF&light=RED")).isEmpty();
        assertThat(rows("office1", caseNumber, "?department=parks&status=IN_PROGRESS")).containsExactly("05 GREEN IN_PROGRESS");
        assertThat(rows("office1", caseNumber, "?q=%E5%9B%AD%E6%9E%97")).as("园林 in the title").containsExactly("05 GREEN IN_PROGRESS");
        assertThat(rows("office1", caseNumber, "?q=-01-02")).as("in the number").containsExactly("02 RED IN_PROGRESS");
        assertThat(rows("office1", caseNumber, "?q=%25")).as("a percent sign is text").isEmpty();

        JsonNode overdue = get("office1", "/api/cases/" + caseNumber + "/tasks?light=RED").get("content").get(0);
        assertThat(overdue.get("daysLeft").asInt()).isEqualTo(-15);
        assertThat(overdue.get("deadline").asText()).isEqualTo(LocalDate.now().minusDays(15).toString()).isEqualTo(overdue.get("originalDeadline").asText());
        assertThat(overdue.get("extensions").asInt()).isZero();
        assertThat(overdue.get("round").asInt()).isEqualTo(1);
    }

    @Test
    void theLedgerIsPagedAndSorted() {
        String caseNumber = colourfulCase();

        JsonNode page = get("office1", "/api/cases/" + caseNumber + "/tasks?page=1&size=4&sort=deadline,desc");
        assertThat(page.get("page").asInt()).isEqualTo(1);
        assertThat(page.get("size").asInt()).isEqualTo(4);
        assertThat(page.get("total").asInt()).isEqualTo(6);
        assertThat(page.get("content")).hasSize(2);
        assertThat(rows("office1", caseNumber, "?sort=deadline,asc").get(0)).startsWith("02");
        assertThat(rows("office1", caseNumber, "?sort=daysLeft,desc").get(0)).startsWith("06");
        assertThat(rows("office1", caseNumber, "?sort=taskNumber,desc").get(0)).startsWith("06");
        for (String field : List.of("taskNumber", "problem", "title", "kind", "phase", "leadDepartment", "leadLeader", "deadline", "originalDeadline", "extensions", "daysLeft", "round", "status", "light")) {
            assertThat(rows("office1", caseNumber, "?sort=" + field + ",desc")).as(field).hasSize(6);
        }
        assertThat(rows("office1", caseNumber, "?sort=light,asc")).extracting(row -> row.split(" ")[1]).containsExactly("RED", "YELLOW", "BLUE", "GREEN", "GREEN", "DONE");
        for (String field : List.of("caseNumber", "title", "inspectionBody", "inspectedParty", "feedbackDate", "concentratedDeadline", "stage", "declaredProblems", "problems", "tasks",
                "measures", "measuresDone", "signedOff", "overdue", "blocked")) {
            assertThat(get("office1", "/api/cases?sort=" + field + ",desc").get("content")).as(field).isNotEmpty();
        }
        for (String wrong : List.of("?page=-1", "?size=0", "?size=201", "?sort=nothing", "?sort=deadline,up", "?light=PINK", "?status=GONE", "?department=kitchen")) {
            Answer answer = bureau.as("office1").get("/api/cases/" + caseNumber + "/tasks" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.json().get("errors").get(0).get("field").asText()).isEqualTo(wrong.substring(1, wrong.indexOf('=')));
        }
    }

    @Test
    void aDepartmentSeesWhatItLeadsSupportsOrAnswersFor() {
        String caseNumber = colourfulCase();

        assertThat(rows("parks1", caseNumber, "")).containsExactly("05 GREEN IN_PROGRESS");
        assertThat(rows("finance1", caseNumber, "")).as("supports all but the parks' task").hasSize(5);
        assertThat(rows("legal1", caseNumber, "")).isEmpty();
        assertThat(rows("auditor1", caseNumber, "")).hasSize(6);
        assertThat(bureau.as("legal1").get("/api/tasks/" + caseNumber + "-01-01").status()).isEqualTo(403);
        assertThat(bureau.as("parks1").get("/api/tasks/" + caseNumber + "-01-01/evidence").status()).isEqualTo(403);
        assertThat(bureau.as("finance1").get("/api/tasks/" + caseNumber + "-01-01").status()).isEqualTo(200);
    }

    @Test
    void theFiguresCountWhatTheLedgerHolds() {
        String caseNumber = colourfulCase();

        JsonNode figures = get("office1", "/api/cases/" + caseNumber);
        assertThat(figures.get("problems").asInt()).isEqualTo(2);
        assertThat(figures.get("tasks").asInt()).isEqualTo(6);
        assertThat(figures.get("measures").asInt()).isEqualTo(12);
        assertThat(figures.get("measuresDone").asInt()).isZero();
        assertThat(figures.get("signedOff").asInt()).isEqualTo(1);
        assertThat(figures.get("overdue").asInt()).isEqualTo(1);
        assertThat(figures.get("blocked").asInt()).isZero();
        assertThat(figures.get("declaredProblems").isNull()).isTrue();
        assertThat(figures.get("completion").toString()).as("the first problem has open tasks").isEqualTo("{\"done\":0,\"total\":2,\"rate\":0.0}");
        assertThat(get("office1", "/api/cases?size=200").get("content")).anySatisfy(each -> assertThat(each).isEqualTo(figures));
        assertClean(caseNumber);
    }

    @Test
    void aCaseWithoutProblemsHasNoRate() {
        String caseNumber = bureau.startedCase();

        assertThat(get("office1", "/api/cases/" + caseNumber).get("completion").toString()).isEqualTo("{\"done\":0,\"total\":0,\"rate\":null}");
    }

    // drafting

    @Test
    void theOfficeRewordsAndRemovesProblemsAndTasksUntilTheLaunch() {
        String caseNumber = bureau.caseInDecomposition(2);
        var office = bureau.as("office1");
        String problem = "/api/cases/" + caseNumber + "/problems/2";
        Answer added = office.post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1), Bureau.task(1))));
        created(added);
        assertThat(added.json().get("tasks")).extracting(each -> each.get("taskNumber").asText()).containsExactly(taskNumber(caseNumber, 1), caseNumber + "-01-02");

        assertThat(office.put(problem, Map.of("title", "新的标题")).status()).as("in the approved plan, without a reason").isEqualTo(409);
        Answer reworded = office.put(problem, Map.of("title", "新的标题", "reason", "表述更准确"));
        assertThat(reworded.status()).isEqualTo(200);
        assertThat(reworded.json().get("title").asText()).isEqualTo("新的标题");
        assertThat(office.delete(problem).status()).isEqualTo(409);
        assertThat(office.delete(problem + "?reason=%E9%87%8D%E5%A4%8D").status()).isEqualTo(204);
        assertThat(get("office1", "/api/cases/" + caseNumber + "/problems").get("problems")).hasSize(1);

        Answer changed = office.put("/api/tasks/" + taskNumber(caseNumber, 1), Map.of("title", "改名的任务", "measures", List.of(Map.of("text", "一条", "responsible", "张三"))));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("title").asText()).isEqualTo("改名的任务");
        assertThat(changed.json().get("measures")).hasSize(1);
        assertThat(office.delete("/api/tasks/" + caseNumber + "-01-02").status()).isEqualTo(204);
        assertThat(office.get("/api/tasks/" + caseNumber + "-01-02").status()).isEqualTo(404);
        assertThat(bureau.as("leader1").delete("/api/tasks/" + taskNumber(caseNumber, 1)).status()).isEqualTo(403);

        done(office.complete(caseNumber, "Task_DecomposeTasks", Map.of()));
        bureau.runJobs(caseNumber);
        assertThat(office.put("/api/tasks/" + taskNumber(caseNumber, 1), Map.of("title", "x", "reason", "y")).status()).isEqualTo(409);
        assertThat(office.delete("/api/tasks/" + taskNumber(caseNumber, 1) + "?reason=y").status()).isEqualTo(409);
        assertThat(office.put("/api/cases/" + caseNumber + "/problems/1", Map.of("title", "x", "reason", "y")).status()).isEqualTo(409);
        assertThat(office.delete("/api/cases/" + caseNumber + "/problems/1?reason=y").status()).isEqualTo(409);
        assertThat(get("office1", "/api/tasks/" + taskNumber(caseNumber, 1)).get("title").asText()).isEqualTo("改名的任务");
    }

    @Test
    void anEqualProblemIsAConflictAndABadRowIsNamed() {
        String caseNumber = bureau.caseWithProblems(1);
        var office = bureau.as("office1");
        String problems = "/api/cases/" + caseNumber + "/problems";

        assertThat(office.post(problems, Map.of("problems", List.of(Bureau.problem(2), Bureau.problem(1)))).status()).isEqualTo(409);
        Answer bad = office.post(problems, Map.of("problems", List.of(Bureau.problem(2), Map.of("aspect", "x", "text", "y"))));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.json().get("errors").toString()).isEqualTo("[{\"row\":2,\"field\":\"title\",\"reason\":\"请填写问题标题\"}]");
        assertThat(get("office1", problems).get("problems")).hasSize(1);
    }

    // evidence

    @Test
    void evidenceComesBackByteForByteWithItsHash() {
        String task = taskNumber(bureau.launchedCase(1), 1);
        byte[] large = new byte[600_000];
        new Random(1).nextBytes(large);
        System.arraycopy(pdf("x"), 0, large, 0, 9);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("现场 照片＆记录(1).pdf", large);
        files.put("说明.pdf", pdf("说明"));

        Answer uploaded = bureau.as("sanitation1").upload("/api/tasks/" + task + "/evidence", files);
        created(uploaded);

        JsonNode list = get("supervisor1", "/api/tasks/" + task + "/evidence").get("content");
        assertThat(list).hasSize(2).isEqualTo(uploaded.json().get("evidence"));
        for (JsonNode each : list) {
            byte[] sent = files.get(each.get("fileName").asText());
            assertThat(each.get("size").asInt()).isEqualTo(sent.length);
            assertThat(each.get("sha256").asText()).isEqualTo(sha256(sent));
            assertThat(each.get("round").asInt()).isEqualTo(1);
            assertThat(each.get("uploadedBy").asText()).isEqualTo("sanitation1");
            Answer content = bureau.as("supervisor1").get("/api/tasks/" + task + "/evidence/" + each.get("id"));
            assertThat(content.status()).isEqualTo(200);
            assertThat(content.bytes()).isEqualTo(sent);
            assertThat(content.headers().firstValue("Content-Type")).hasValue("application/pdf");
        }
    }

    @Test
    void evidenceIsRefusedFromOthersInOtherFormsAndAfterTheSubmission() {
        String task = taskNumber(bureau.launchedCase(1), 1);
        String evidence = "/api/tasks/" + task + "/evidence";

        assertThat(bureau.as("parks1").upload(evidence, Map.of("a.pdf", pdf("a"))).status()).isEqualTo(403);
        assertThat(bureau.as("office1").upload(evidence, Map.of("a.pdf", pdf("a"))).status()).isEqualTo(403);
        assertThat(bureau.as("sanitation1").upload(evidence, Map.of("a.pdf", "MZ".getBytes(StandardCharsets.US_ASCII))).status()).isEqualTo(415);
        assertThat(bureau.as("sanitation1").upload(evidence, Map.of("a.exe", pdf("a"))).status()).isEqualTo(415);
        assertThat(bureau.as("sanitation1").upload(evidence, Map.of("a.pdf", new byte[0])).status()).isEqualTo(400);
        assertThat(bureau.as("sanitation1").upload(evidence, Map.of()).status()).isEqualTo(400);
        Map<String, byte[]> tooMany = new HashMap<>();
        for (int i = 0; i < 21; i++) tooMany.put(i + ".pdf", pdf("a"));
        assertThat(bureau.as("sanitation1").upload(evidence, tooMany).status()).isEqualTo(400);
        Map<String, byte[]> oneBad = new LinkedHashMap<>();
        oneBad.put("good.pdf", pdf("a"));
        oneBad.put("bad.pdf", "MZ".getBytes(StandardCharsets.US_ASCII));
        assertThat(bureau.as("sanitation1").upload(evidence, oneBad).status()).isEqualTo(415);
        assertThat(get("office1", evidence).get("content")).as("nothing of all that was stored").isEmpty();

        bureau.submitted(task);
        assertThat(bureau.as("sanitation1").upload(evidence, Map.of("late.pdf", pdf("late"))).status()).isEqualTo(409);
        String filed = evidence + "/" + get("office1", evidence).get("content").get(0).get("id");
        assertThat(bureau.as("sanitation1").delete(filed).status()).isEqualTo(409);
        assertThat(bureau.as("sanitation1").get(filed).status()).isEqualTo(200);
    }

    @Test
    void aMistakenFileIsTakenBackBeforeTheSubmission() {
        String task = taskNumber(bureau.launchedCase(1), 1);
        String evidence = "/api/tasks/" + task + "/evidence";
        created(bureau.as("sanitation1").upload(evidence, Map.of("a.pdf", pdf("a"))));
        String filed = evidence + "/" + get("office1", evidence).get("content").get(0).get("id");

        assertThat(bureau.as("parks1").delete(filed).status()).isEqualTo(403);
        assertThat(bureau.as("sanitation2").delete(filed).status()).isEqualTo(204);
        assertThat(bureau.as("office1").get(filed).status()).isEqualTo(404);
        assertThat(get("office1", evidence).get("content")).isEmpty();
    }

    // support

    /** Problem 1 with five tasks, problem 2 with one: signed off, overdue, due soon in two degrees, far, and immediate with four days left. */
    private String colourfulCase() {
        String caseNumber = bureau.caseInDecomposition(2);
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(
                task(1, Map.of("deadline", in(15))), task(1, Map.of("deadline", LocalDate.now().minusDays(15).toString())), task(1, Map.of("deadline", in(10))), task(1, Map.of("deadline", in(20))),
                task(1, Map.of("deadline", in(4), "kind", "IMMEDIATE", "title", "园林任务", "leadDepartment", "parks", "supportingDepartments", List.of())),
                task(2, Map.of("deadline", in(21)))))));
        done(bureau.as("office1").complete(caseNumber, "Task_DecomposeTasks", Map.of()));
        bureau.runJobs(caseNumber);
        bureau.signedOff(caseNumber + "-01-01");
        return caseNumber;
    }

    private static Map<String, Object> task(int problem, Map<String, Object> with) {
        Map<String, Object> task = new HashMap<>(Bureau.task(problem));
        task.putAll(with);
        return task;
    }

    /** So many working days from now. */
    private static String in(int days) {
        return new AnnouncedHolidays().after(LocalDate.now(), days).toString();
    }

    /** The rows as "place light status", the place counted over the whole case. */
    private List<String> rows(String reader, String caseNumber, String query) {
        List<String> rows = new ArrayList<>();
        get(reader, "/api/cases/" + caseNumber + "/tasks" + query).get("content").forEach(row -> {
            String number = row.get("taskNumber").asText().substring(caseNumber.length() + 1);
            rows.add((number.startsWith("02") ? "06" : number.substring(3)) + " " + row.get("light").asText() + " " + row.get("status").asText());
        });
        return rows;
    }

    private void assertClean(String caseNumber) {
        JsonNode reconciliation = get("office1", "/api/cases/" + caseNumber + "/reconciliation");
        assertThat(reconciliation.get("clean").asBoolean()).as(reconciliation.toString()).isTrue();
        assertThat(reconciliation.get("rules")).isNotEmpty().allSatisfy(rule -> assertThat(rule.get("exceptions")).isEmpty());
    }

    private JsonNode get(String reader, String path) {
        Answer answer = bureau.as(reader).get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
