package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Departments and outside bodies that support a task, over HTTP as the demo's people, on both databases. */
class SupportTest {

    @Nested
    @OnH2
    class H2 extends Support {
    }

    @Nested
    @OnPostgres
    class Postgres extends Support {
    }
}

abstract class Support {

    private static final Map<String, Object> STATEMENT = Map.of("completionStatement", "已完成");

    @LocalServerPort int port;
    @Autowired ManagementService management;
    Bureau bureau;
    String task;

    @BeforeEach
    void aTaskThatFinanceAndThePowerCompanySupport() {
        bureau = new Bureau(port, management);
        String caseNumber = bureau.caseInDecomposition(1);
        created(draft(caseNumber, Map.of("supportingBodies", List.of("县供电公司"))));
        done(bureau.as("office1").complete(caseNumber, "Task_DecomposeTasks", Map.of()));
        bureau.runJobs(caseNumber);
        task = taskNumber(caseNumber, 1);
    }

    @Test
    void theSubmissionWaitsForEverybodyByName() {
        created(bureau.as("sanitation1").upload("/api/tasks/" + task + "/evidence", Map.of("记录.pdf", pdf(task))));
        assertConflict(submit(), "财务科、县供电公司尚未确认配合落实情况");

        done(bureau.as("finance1").complete(task + ":finance", "Task_Support", Map.of("instalment", "资金已拨付。")));
        assertConflict(submit(), "县供电公司尚未确认配合落实情况");
        done(confirmOutside("sanitation2", "外线已架设，王工电话确认。"));
        done(submit());

        JsonNode instalments = bureau.as("finance1").get("/api/tasks/" + task).json().get("instalments");
        assertThat(instalments).extracting(each -> each.get("name").asText() + " " + each.get("text").asText() + " " + each.get("confirmedBy").asText())
                .containsExactly("财务科 资金已拨付。 finance1", "县供电公司 外线已架设，王工电话确认。 sanitation2");
        assertThat(instalments).allSatisfy(each -> assertThat(each.get("confirmedAt").asText()).isNotBlank());
    }

    @Test
    void theLeadDepartmentAloneSpeaksForAnOutsideBodyAndOnce() {
        for (String stranger : List.of("finance1", "parks1", "office1", "supervisor1", "auditor1")) assertThat(confirmOutside(stranger, "已办").status()).as(stranger).isEqualTo(403);
        assertThat(confirmOutside("sanitation1", " ").reason()).contains("请填写配合落实情况");
        assertThat(bureau.as("sanitation1").put("/api/tasks/" + task + "/instalments/finance", Map.of("text", "代填")).status()).as("a department speaks for itself").isEqualTo(404);

        done(confirmOutside("sanitation1", "已通电"));
        assertConflict(confirmOutside("sanitation1", "改口"), "已经确认过");
        assertThat(bureau.as("office1").get("/api/tasks/" + task).json().at("/instalments/1/text").asText()).isEqualTo("已通电");
    }

    @Test
    void anotherDepartmentConfirmsNothing() {
        String support = bureau.as("finance1").taskId(task + ":finance", "Task_Support");
        for (String stranger : List.of("sanitation1", "parks1", "office1", "leader1", "supervisor1", "auditor1", "admin")) {
            assertThat(bureau.as(stranger).submit(support, Map.of("instalment", "冒充")).status()).as(stranger).isEqualTo(403);
        }
        assertConflict(bureau.as("finance1").submit(support, Map.of("instalment", "好", "completionStatement", "夹带")), "不接受的项目");
        assertThat(bureau.as("office1").get("/api/tasks/" + task).json().at("/instalments/0/confirmedAt").isNull()).isTrue();
    }

    @Test
    void aSupportingDepartmentFilesEvidenceAndTakesBackItsOwn() {
        long theirs = uploaded("finance1");
        long leads = uploaded("sanitation1");

        assertThat(bureau.as("finance1").delete(evidence(leads)).status()).isEqualTo(403);
        done(bureau.as("finance1").delete(evidence(theirs)));
        done(bureau.as("sanitation2").delete(evidence(uploaded("finance2"))));
        assertThat(bureau.as("parks1").upload("/api/tasks/" + task + "/evidence", Map.of("x.pdf", pdf("x"))).status()).isEqualTo(403);
    }

    @Test
    void bodiesAreDraftedByNameAndAllDepartmentsAsOneChoice() {
        String caseNumber = bureau.caseInDecomposition(1);
        Answer added = draft(caseNumber, Map.of("supportingDepartments", List.of("finance", "ALL"), "supportingBodies", List.of(" 县供电公司 ", "县自来水公司")));
        created(added);
        String number = taskNumber(caseNumber, 1);
        JsonNode file = bureau.as("parks1").get("/api/tasks/" + number).json();
        assertThat(file.get("supportingDepartments").toString()).isEqualTo("[\"ALL\"]");
        assertThat(file.get("supportingBodies").toString()).isEqualTo("[\"县供电公司\",\"县自来水公司\"]");
        assertThat(file.get("instalments")).as("nobody is asked before the task is issued").isEmpty();

        done(bureau.as("office1").put("/api/tasks/" + number, Map.of("title", "改名")));
        assertThat(bureau.as("office1").get("/api/tasks/" + number).json().get("supportingDepartments").toString()).isEqualTo("[\"ALL\"]");
        done(bureau.as("office1").put("/api/tasks/" + number, Map.of("supportingDepartments", List.of("legal"), "supportingBodies", List.of())));
        JsonNode changed = bureau.as("office1").get("/api/tasks/" + number).json();
        assertThat(changed.get("supportingDepartments").toString()).isEqualTo("[\"legal\"]");
        assertThat(changed.get("supportingBodies")).isEmpty();
    }

    @Test
    void namesThatAreNoneAreRefused() {
        String caseNumber = bureau.caseInDecomposition(1);
        for (List<String> names : List.of(List.of("财务科"), List.of("甲公司", "甲公司"), List.of("甲、乙"), List.of("a/b"), List.of(""), List.of("长".repeat(101)),
                List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"))) {
            Answer refused = draft(caseNumber, Map.of("supportingBodies", names));
            assertThat(refused.status()).as(names.toString()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("supportingBodies");
        }
    }

    private Answer draft(String caseNumber, Map<String, Object> with) {
        Map<String, Object> drafted = new HashMap<>(Bureau.task(1));
        drafted.putAll(with);
        return bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(drafted)));
    }

    private Answer submit() {
        return bureau.as("sanitation1").complete(task, "Task_Implement", STATEMENT);
    }

    private Answer confirmOutside(String person, String text) {
        return bureau.as(person).put("/api/tasks/" + task + "/instalments/" + java.net.URLEncoder.encode("县供电公司", java.nio.charset.StandardCharsets.UTF_8), Map.of("text", text));
    }

    private long uploaded(String person) {
        Answer answer = bureau.as(person).upload("/api/tasks/" + task + "/evidence", Map.of("记录.pdf", pdf(person)));
        created(answer);
        return answer.json().at("/evidence/0/id").asLong();
    }

    private String evidence(long id) {
        return "/api/tasks/" + task + "/evidence/" + id;
    }

    private static void assertConflict(Answer answer, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.reason()).contains(reason);
    }
}
