package org.rectification.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.calendar.WorkingDays;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 督导检查 and 监督建议 over HTTP on both databases. */
class SupervisionTest {

    @Nested
    @OnH2
    class H2 extends SupervisingOverHttp {
    }

    @Nested
    @OnPostgres
    class Postgres extends SupervisingOverHttp {
    }
}

abstract class SupervisingOverHttp {

    private static final byte[] PHOTO = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'};

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired WorkingDays workingDays;
    Bureau bureau;
    String caseNumber;
    String campaigns;
    String proposals;

    @BeforeEach
    void aLaunchedCase() {
        bureau = new Bureau(port, management);
        caseNumber = bureau.launchedCase(1);
        campaigns = "/api/cases/" + caseNumber + "/campaigns";
        proposals = "/api/cases/" + caseNumber + "/proposals";
    }

    @Test
    void findingsAreRecordedCorrectedAndRecheckedAndTheCampaignIsSummedUp() {
        Answer opened = bureau.as("supervisor1").post(campaigns, Map.of("title", "二季度督导检查", "checkOn", LocalDate.now().toString(), "departments", List.of("finance"), "problems", List.of(1), "note", "带台账"));
        created(opened);
        assertThat(opened.json().get("campaignNumber").asText()).isEqualTo(caseNumber + "-DC-1");
        assertThat(opened.json().get("departments")).as("problem 1 is sanitation's").extracting(row -> row.get("department").asText()).containsExactlyInAnyOrder("sanitation", "finance");
        String key = caseNumber + "-DC-1:sanitation";
        assertThat(dueOn(key)).isEqualTo(LocalDate.now());

        done(bureau.as("supervisor1").complete(caseNumber + "-DC-1:finance", "Task_RecordFindings", Map.of("findingsFound", false)));
        String findings = campaigns + "/1/sanitation/findings";
        long first = recorded(findings, "台账缺三个月记录", taskNumber(caseNumber, 1));
        long second = recorded(findings, "", "");
        recorded(findings, "", "");
        done(bureau.as("supervisor1").put(findings + "/" + second, Map.of("text", "现场垃圾未清")));
        Answer photographed = bureau.as("supervisor2").upload(findings + "/" + second + "/files", Map.of("现场.jpg", PHOTO));
        created(photographed);
        String photo = photographed.json().at("/files/0/href").asText();
        assertThat(bureau.as("auditor1").get(photo).bytes()).isEqualTo(PHOTO);
        assertThat(bureau.as("parks1").get(photo).status()).isEqualTo(403);
        assertThat(bureau.as("sanitation1").get(campaigns + "/1/sanitation").json().at("/check/findings")).as("not said yet").isEmpty();
        assertThat(task().get("findings")).isEmpty();

        done(bureau.as("supervisor1").complete(key, "Task_RecordFindings", Map.of("findingsFound", true, "correctionDays", "7")));
        JsonNode check = bureau.as("sanitation1").get(campaigns + "/1/sanitation").json().get("check");
        assertThat(check.get("findings")).as("what was left empty is struck").hasSize(2);
        assertThat(dueOn(key)).isEqualTo(workingDays.after(LocalDate.now(), 7)).isEqualTo(LocalDate.parse(check.get("correctionDueOn").asText()));
        assertThat(task().at("/findings/0/open").asBoolean()).isTrue();
        assertThat(task().at("/findings/0/text").asText()).isEqualTo("台账缺三个月记录");

        assertRefused(bureau.as("sanitation1").complete(key, "Task_CorrectFindings", Map.of()), 409, "问题1还没有填写整改情况");
        for (long id : new long[] {first, second}) {
            done(bureau.as("sanitation1").put(findings + "/" + id + "/correction", Map.of("text", "已补齐。")));
            created(bureau.as("sanitation2").upload(findings + "/" + id + "/files", Map.of("佐证.pdf", pdf("佐证" + id))));
        }
        done(bureau.as("sanitation1").complete(key, "Task_CorrectFindings", Map.of()));
        assertThat(dueOn(key)).isEqualTo(workingDays.after(LocalDate.now(), 5));
        assertRefused(bureau.as("supervisor1").complete(key, "Task_RecheckFindings", Map.of("recheckPassed", false)), 409, "退回时请填写意见");
        done(bureau.as("supervisor1").complete(key, "Task_RecheckFindings", Map.of("recheckPassed", false, "opinion", "问题2照片不清")));
        String evidence = bureau.as("sanitation1").get(campaigns + "/1/sanitation").json().at("/check/findings/0/evidence/0/href").asText();
        assertRefused(bureau.as("sanitation1").delete(evidence), 409, "已随此前的办理提交，不能撤回");
        done(bureau.as("sanitation1").complete(key, "Task_CorrectFindings", Map.of()));
        done(bureau.as("supervisor1").complete(key, "Task_RecheckFindings", Map.of("recheckPassed", true, "opinion", "同意")));
        assertThat(task().at("/findings/0/open").asBoolean()).isFalse();

        bureau.runJobs(caseNumber);
        done(bureau.as("supervisor2").complete(caseNumber + "-DC-1", "Task_SummariseCampaign", Map.of("campaignSummary", "总体较好。")));
        JsonNode sheet = bureau.as("auditor1").get(campaigns + "/1").json();
        assertThat(sheet.get("status").asText()).isEqualTo("CLOSED");
        assertThat(sheet.get("figures").toString()).isEqualTo("{\"departments\":2,\"checked\":2,\"clear\":1,\"findings\":2,\"corrected\":2,\"returned\":1}");
        assertThat(sheet.findValues("rechecks").stream().mapToInt(JsonNode::size).sum()).isEqualTo(2);
        assertThat(reconciled()).isTrue();
        bureau.signedOff(taskNumber(caseNumber, 1));
    }

    @Test
    void onlyThoseWhoseTurnItIsWriteAndWhatIsWrongIsNamedAtOnce() {
        Map<String, Object> draft = Map.of("title", "检查", "checkOn", LocalDate.now().toString(), "departments", List.of("sanitation"));
        for (String person : List.of("office1", "discipline1", "auditor1", "sanitation1", "admin")) assertRefused(bureau.as(person).post(campaigns, draft), 403, "由督导检查组发起");
        assertThat(bureau.as("supervisor1").post(campaigns, Map.of("title", " ", "checkOn", LocalDate.now().minusDays(1).toString(), "departments", List.of("nobody"), "problems", List.of(9))).reason())
                .contains("请填写检查名称", "不能早于今天", "没有代码为“nobody”的科室", "没有第9个问题");
        assertRefused(bureau.as("supervisor1").post(campaigns, Map.of("title", "检查", "checkOn", LocalDate.now().toString())), 400, "请至少选择一个科室或问题");
        assertRefused(bureau.as("supervisor1").post("/api/cases/" + bureau.startedCase() + "/campaigns", draft), 409, "尚未下达");
        assertThat(bureau.as("supervisor1").get(campaigns).json().get("total").asInt()).isZero();

        created(bureau.as("supervisor1").post(campaigns, draft));
        String key = caseNumber + "-DC-1:sanitation";
        String findings = campaigns + "/1/sanitation/findings";
        assertRefused(bureau.as("sanitation1").post(findings, Map.of("text", "自查")), 403, "由督导检查组记录");
        assertRefused(bureau.as("supervisor1").post(findings, Map.of("text", "问题", "taskNumber", "HT-2026-01-01-01")), 400, "不是本案的整改任务");
        created(bureau.as("supervisor1").post(campaigns, Map.of("title", "检查", "checkOn", LocalDate.now().toString(), "departments", List.of("parks"))));
        assertRefused(bureau.as("supervisor1").post(campaigns + "/2/parks/findings", Map.of("text", "问题", "taskNumber", taskNumber(caseNumber, 1))), 400, "不由该科室承办或配合");
        assertRefused(bureau.as("supervisor1").post(findings, Map.of("text", "长".repeat(2001))), 400, "最多2000字");
        assertRefused(bureau.as("supervisor1").complete(key, "Task_RecordFindings", Map.of("findingsFound", true, "correctionDays", "5")), 409, "还没有记录检查发现的问题");
        long id = recorded(findings, "问题", "");
        Map<String, Object> named = Map.of("text", "问题2", "draft", "a1");
        long twice = bureau.as("supervisor1").post(findings, named).json().get("id").asLong();
        assertThat(bureau.as("supervisor1").post(findings, named).json().get("id").asLong()).as("sent twice, recorded once").isEqualTo(twice);
        assertThat(bureau.as("supervisor1").delete(findings + "/" + twice).status()).isEqualTo(204);
        assertRefused(bureau.as("supervisor1").complete(key, "Task_RecordFindings", Map.of("findingsFound", false)), 409, "不能按“未发现问题”提交");
        assertRefused(bureau.as("supervisor1").complete(key, "Task_RecordFindings", Map.of("findingsFound", true, "correctionDays", "0")), 409, "1至60个工作日");
        assertRefused(bureau.as("supervisor1").complete(key, "Task_RecordFindings", Map.of("correctionDays", "5")), 409, "请选择“检查结果”");
        assertThat(bureau.as("supervisor1").upload(findings + "/" + id + "/files", Map.of("a.exe", PHOTO)).status()).isEqualTo(415);
        assertRefused(bureau.as("parks1").get(campaigns + "/1/sanitation"), 403, "其他科室");
        assertRefused(bureau.as("parks1").get(campaigns + "/1"), 403, "未涉及本科室");
        assertRefused(bureau.as("supervisor1").get(campaigns + "/7"), 404, "没有编号为");
        assertThat(bureau.as("parks1").get(campaigns).json().get("content")).extracting(line -> line.get("number").asInt()).containsExactly(2);
        for (String person : List.of("supervisor1", "sanitation1", "office1", "admin", "auditor1")) {
            for (String process : List.of("supervision-check", "department-check")) {
                Answer answer = bureau.as(person).post("/engine-rest/process-definition/key/" + process + "/start", Map.of("businessKey", key));
                assertThat(answer.status()).as(person + answer.text()).isIn(403, 404, 409);
            }
        }
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike(caseNumber + "-DC-1%").count()).isEqualTo(2);
        assertThat(reconciled()).isTrue();
    }

    @Test
    void aProposalIsAnsweredReturnedAndAccepted() {
        Answer filed = bureau.as("discipline1").upload(proposals, Map.of("title", "规范台账", "text", "建议统一格式。", "department", "sanitation", "task", taskNumber(caseNumber, 1),
                "answerDueOn", LocalDate.now().plusDays(1).toString()), "file", Map.of("建议书.pdf", pdf("建议")));
        created(filed);
        String key = caseNumber + "-JY-1";
        assertThat(filed.json().get("proposalNumber").asText()).isEqualTo(key);
        assertThat(filed.json().get("awaited").asText()).isEqualTo("等待环境卫生科负责人答复");
        assertThat(dueOn(key)).isEqualTo(LocalDate.now().plusDays(1));
        assertThat(task().at("/proposals/0/title").asText()).isEqualTo("规范台账");
        assertThat(bureau.as("sanitation1").taskId(key, "Task_AnswerProposal")).as("the head answers").isNull();

        created(bureau.as("sanitationhead").upload(proposals + "/1/files", Map.of("措施.pdf", pdf("措施"))));
        assertRefused(bureau.as("parkshead").upload(proposals + "/1/files", Map.of("措施.pdf", pdf("措施"))), 403, "由其他科室答复");
        done(bureau.as("sanitationhead").complete(key, "Task_AnswerProposal", Map.of("answer", "已部署。")));
        assertRefused(bureau.as("discipline1").complete(key, "Task_AcceptAnswer", Map.of("answerAccepted", false)), 409, "退回时请填写意见");
        done(bureau.as("discipline1").complete(key, "Task_AcceptAnswer", Map.of("answerAccepted", false, "opinion", "没有时间表")));
        assertThat(dueOn(key)).isEqualTo(workingDays.after(LocalDate.now(), 5));
        assertThat(reconciled()).isTrue();
        done(bureau.as("sanitationhead").complete(key, "Task_AnswerProposal", Map.of("answer", "已部署，年底前完成。")));
        done(bureau.as("discipline1").complete(key, "Task_AcceptAnswer", Map.of("answerAccepted", true, "opinion", "同意")));

        JsonNode line = bureau.as("auditor1").get(proposals + "/1").json();
        assertThat(line.get("status").asText()).isEqualTo("ACCEPTED");
        assertThat(line.get("answers")).hasSize(2);
        assertThat(line.at("/answers/0/files/0/fileName").asText()).isEqualTo("措施.pdf");
        assertThat(bureau.as("office1").get(line.at("/files/0/href").asText()).status()).isEqualTo(200);
        assertThat(bureau.as("parks1").get(line.at("/files/0/href").asText()).status()).isEqualTo(403);
        assertThat(bureau.as("parks1").get(proposals).json().get("content")).isEmpty();
        assertThat(reconciled()).isTrue();
    }

    @Test
    void onlyTheDisciplineInspectionProposesAndTheWholePartyIsAnsweredForByTheOffice() {
        Map<String, Object> draft = Map.of("title", "加强督办", "text", "建议逐月调度。", "answerDueOn", LocalDate.now().plusDays(9).toString());
        for (String person : List.of("office1", "supervisor1", "auditor1", "sanitationhead", "admin")) assertRefused(bureau.as(person).post(proposals, draft), 403, "由派驻纪检监察组提出");
        assertThat(bureau.as("discipline1").post(proposals, Map.of("title", "", "text", "", "department", "nobody", "answerDueOn", LocalDate.now().toString())).reason())
                .contains("请填写标题", "请填写监督建议", "没有代码为", "须晚于今天");
        created(bureau.as("discipline1").post(proposals, draft));
        assertThat(bureau.as("parks1").get(proposals).json().at("/content/0/departmentName").asText()).as("it concerns everybody").isEqualTo("市城市管理局");
        done(bureau.as("office1").complete(caseNumber + "-JY-1", "Task_AnswerProposal", Map.of("answer", "已调度。")));
        done(bureau.as("discipline1").complete(caseNumber + "-JY-1", "Task_AcceptAnswer", Map.of("answerAccepted", true)));
        for (String person : List.of("discipline1", "office1", "admin")) {
            assertThat(bureau.as(person).post("/engine-rest/process-definition/key/supervision-proposal/start", Map.of("businessKey", caseNumber + "-JY-1")).status()).isIn(403, 404, 409);
        }
    }

    private long recorded(String findings, String text, String task) {
        Answer answer = bureau.as("supervisor1").post(findings, Map.of("text", text, "taskNumber", task));
        created(answer);
        return answer.json().get("id").asLong();
    }

    private JsonNode task() {
        return bureau.as("supervisor1").get("/api/tasks/" + taskNumber(caseNumber, 1)).json();
    }

    private LocalDate dueOn(String key) {
        return LocalDate.ofInstant(tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult().getDueDate().toInstant(), ZoneId.systemDefault());
    }

    private boolean reconciled() {
        JsonNode finding = bureau.as("office1").get("/api/cases/" + caseNumber + "/reconciliation").json();
        if (!finding.get("clean").asBoolean()) throw new AssertionError(finding.toString());
        return true;
    }

    private static void assertRefused(Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.reason()).contains(reason);
    }
}
