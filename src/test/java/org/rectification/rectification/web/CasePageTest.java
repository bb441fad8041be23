package org.rectification.rectification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.audit.AuditTrail;
import org.rectification.audit.AuditTrail.AuditEntry;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnH2
class CasePageTest {

    private static final Map<String, String> PROBLEM = Map.of("aspect", "城市精细化管理有差距", "title", "占道经营反复", "text", "主要街区占道经营屡禁不止。", "origin", "FEEDBACK");

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired AuditTrail audit;
    Bureau bureau;
    Session office;

    @BeforeEach
    void comeToWork() {
        bureau = new Bureau(port, management);
        office = Session.of(port, "office1");
    }

    @Test
    void theOfficeCorrectsHowManyProblemsTheFeedbackDeclaredAndSaysWhy() {
        String caseNumber = Bureau.newCaseNumber();
        Map<String, Object> feedback = new HashMap<>(Bureau.feedback(caseNumber));
        feedback.put("declaredProblems", "41");
        done(bureau.as("office1").startCase(feedback));
        String correction = "/cases/" + caseNumber + "/declared-problems";
        assertThat(office.get("/cases/" + caseNumber).words()).contains("反馈问题数填错了？更正");
        assertThat(Session.of(port, "leader1").get("/cases/" + caseNumber).words()).doesNotContain("反馈问题数填错了？");
        assertThat(Session.of(port, "leader1").submit(correction, Map.of("seen", "41", "declaredProblems", "14", "reason", "笔误")).status()).isEqualTo(403);

        Page unexplained = office.submit(correction, Map.of("seen", "41", "declaredProblems", "十四", "reason", " "));
        assertThat(unexplained.status()).isEqualTo(400);
        assertThat(unexplained.words()).contains("反馈问题数“十四”应为1至9999的整数", "请填写更正理由");
        assertThat(unexplained.text()).contains("value=\"十四\"");
        assertThat(office.submit(correction, Map.of("seen", "41", "declaredProblems", "41", "reason", "笔误")).words()).contains("反馈问题数现在就是41个，没有要更正的");
        assertThat(declared(caseNumber)).isEqualTo(41);

        Page corrected = office.submit(correction, Map.of("seen", "41", "declaredProblems", "14", "reason", "录入时数字颠倒"));
        assertThat(corrected.words()).contains("反馈问题数填错了？更正").doesNotContain("41");
        assertThat(declared(caseNumber)).isEqualTo(14);
        Page late = office.submit(correction, Map.of("seen", "41", "declaredProblems", "15", "reason", "数错了"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.words()).contains("反馈问题数刚刚已由他人改为14个，这次没有更正");
        assertThat(late.text()).contains("name=\"seen\" value=\"14\"").contains("value=\"15\"");
        assertThat(declared(caseNumber)).isEqualTo(14);
        assertThat(audit.latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry).extracting(AuditEntry::person, AuditEntry::action, AuditEntry::subject).containsExactly("office1", "更正反馈问题数", caseNumber);
            assertThat(entry.detail()).isEqualTo("41个改为14个，理由：录入时数字颠倒");
        });
    }

    private int declared(String caseNumber) {
        return bureau.as("office1").get("/api/cases/" + caseNumber).json().path("declaredProblems").asInt();
    }

    private static Map<String, Object> task(Map<String, ?> changes) {
        Map<String, Object> task = new HashMap<>(Map.of("title", "增配清运车辆", "kind", "TIME_LIMITED", "phase", "EXECUTION", "leadDepartment", "", "leadLeader", "", "deadline", "", "signOffStandard", "",
                "measureText", List.of("采购车辆", "", "排定班次"), "measureResponsible", List.of("张三", "", ""), "measureDeadline", List.of("", "", "")));
        task.putAll(changes);
        return task;
    }

    @Test
    void theOfficeWritesThePlanRowByRowUntilNothingIsMissing() {
        String caseNumber = bureau.startedCase();
        String page = "/cases/" + caseNumber;
        assertThat(office.get(page).words()).contains("还缺1项", "问题清单还是空的");

        Page added = office.submit(page + "/problems", PROBLEM);
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.words()).contains("占道经营反复", "没有缺项", "为问题1新增任务");
        assertThat(added.text()).contains("id=\"gates\" hx-swap-oob=\"true\"");

        Page equal = office.submit(page + "/problems", PROBLEM);
        assertThat(equal.status()).isEqualTo(409);
        assertThat(equal.headers().firstValue("HX-Reswap")).contains("outerHTML");
        assertThat(equal.words()).contains("已有相同的问题");
        assertThat(equal.text()).contains("主要街区占道经营屡禁不止。");

        assertThat(office.submit(page + "/problems/1", Map.of("aspect", "城市精细化管理有差距", "title", "", "text", "改过的表述。", "origin", "FEEDBACK")).words()).contains("请填写问题标题", "改过的表述。");
        assertThat(office.submit(page + "/problems/1", Map.of("aspect", "城市精细化管理有差距", "title", "占道经营整治反复", "text", "改过的表述。", "origin", "FEEDBACK")).words()).contains("占道经营整治反复");

        Page task = office.submit(page + "/problems/1/tasks", task(Map.of()));
        assertThat(task.status()).isEqualTo(200);
        assertThat(task.words()).contains("采购车辆", "（张三）", "排定班次", "未填");

        assertThat(office.part("/tasks/" + caseNumber + "-01-01/draft/form").text()).contains("采购车辆", "measureDeadline");
        Page early = office.submit("/tasks/" + caseNumber + "-01-01/draft", task(Map.of("deadline", "2020-01-01")));
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.words()).contains("整改时限2020-01-01过早，不能早于反馈日期" + LocalDate.now().minusDays(30));

        Page complete = office.submit("/tasks/" + caseNumber + "-01-01/draft", task(Map.of("leadDepartment", "sanitation", "leadLeader", "leader2",
                "deadline", LocalDate.now().plusDays(20).toString(), "signOffStandard", "车辆到位", "supportingDepartments", List.of("ALL", "finance"), "supportingBodies", "县供电公司、 县自来水公司,")));
        assertThat(complete.words()).contains("环境卫生科", "全局各科室、县供电公司、县自来水公司", "刘建华", "车辆到位").doesNotContain("未填");
        assertThat(office.part("/tasks/" + caseNumber + "-01-01/draft/form").text()).contains("value=\"ALL\" checked", "value=\"县供电公司、县自来水公司\"");

        assertThat(office.part("/tasks/" + caseNumber + "-01-01/draft/removal").words()).contains("确定删除任务");
        assertThat(office.submit(page + "/problems/1/removal", Map.of()).words()).contains("下还有1项任务");
        assertThat(office.submit("/tasks/" + caseNumber + "-01-01/draft/removal", Map.of()).status()).isEqualTo(200);
        assertThat(office.submit(page + "/problems/1/removal", Map.of()).words()).contains("还缺1项");
    }

    @Test
    void moreProblemsThanDeclaredAreToBeCheckedAndNotExplainedAway() {
        String caseNumber = Bureau.newCaseNumber();
        Map<String, Object> feedback = new HashMap<>(Bureau.feedback(caseNumber));
        feedback.put("declaredProblems", "1");
        Bureau.done(bureau.as("office1").startCase(feedback));
        String page = "/cases/" + caseNumber;
        assertThat(office.submit(page + "/problems", PROBLEM).text()).contains("gate gate-clear");
        Map<String, String> another = new HashMap<>(PROBLEM);
        another.put("title", "占道经营回潮");
        Page more = office.submit(page + "/problems", another);

        assertThat(more.words()).contains("反馈意见载明1个，登记了2个，多1个；须核对是否重复登记").doesNotContain("巡察期间移交或拆分登记的问题");
        assertThat(more.text()).contains("gate gate-open").doesNotContain("gate-clear");
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber + "/gate").json().path("unexplained").asInt()).isEqualTo(1);
        assertThat(Session.of(port, "leader1").get(page).words()).as("the office's to check").contains("登记了2个，多1个").doesNotContain("须核对");

        Bureau.done(bureau.as("office1").complete(caseNumber, "Task_RegisterProblems", Map.of()));
        Page checked = office.get(page);
        assertThat(checked.words()).containsPattern("本步骤没有必填项。 ?反馈意见载明1个，登记了2个，多1个；须核对").doesNotContain("请先核对");
        assertThat(checked.text()).contains("gate gate-clear").doesNotContain("gate-open");

        another.put("origin", "DURING_INSPECTION");
        assertThat(office.submit(page + "/problems/2", another).text()).contains("登记了2个，其中1个登记为巡察期间移交", "gate gate-clear");
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber + "/gate").json().path("unexplained").asInt()).isZero();
    }

    @Test
    void problemsComeFromATableProgramAllOrNone() {
        String page = "/cases/" + bureau.startedCase();

        Page flawed = office.submit(page + "/problems/batch", Map.of("lines", "党建责任\t三会一课不规范\t记录补写。\n\t支部换届超期\t"));
        assertThat(flawed.status()).isEqualTo(400);
        assertThat(flawed.words()).contains("第2行：请填写问题表述", "三会一课不规范");

        Page taken = office.submit(page + "/problems/batch", Map.of("lines", "所属方面\t问题标题\t问题表述\n党建责任\t三会一课不规范\t\"记录补写，\n事后签到。\"\n\t支部换届超期\t两个支部超期。\n"));
        assertThat(taken.words()).contains("已登记2个问题", "事后签到。", "支部换届超期");
        assertThat(office.get(page).words()).containsOnlyOnce(" 党建责任 ");
    }

    @Test
    void whatTheApprovedPlanHeldChangesWithAReasonOnly() {
        String caseNumber = bureau.caseInDecomposition(1);
        String page = "/cases/" + caseNumber;
        assertThat(office.get(page).words()).contains("问题1“问题1”还没有整改任务", "审议意见", "何志远");
        assertThat(office.part(page + "/problems/1/form").words()).contains("改动理由");

        Map<String, String> change = new HashMap<>(PROBLEM);
        Page refused = office.submit(page + "/problems/1", change);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("改动须填写理由");
        change.put("reason", "与巡察组核实后更正");
        assertThat(office.submit(page + "/problems/1", change).status()).isEqualTo(200);
        assertThat(office.get(page).words()).contains("方案审定后的改动", "与巡察组核实后更正", "周敏");
    }

    @Test
    void othersReadAndCannotWrite() {
        String caseNumber = bureau.caseInDecomposition(1);
        Session head = Session.of(port, "sanitationhead");
        assertThat(head.get("/cases/" + caseNumber).text()).contains("第1个问题的表述").doesNotContain("hx-post", "新增任务");

        Page refused = head.submit("/cases/" + caseNumber + "/problems", PROBLEM);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.words()).contains("您不在整改办");
        assertThat(office.postWithoutToken("/cases/" + caseNumber + "/problems", PROBLEM).status()).isEqualTo(403);
    }

    @Test
    void onceLaunchedThePageShowsTheMostUrgentTasksAndEachDepartmentItsOwn() {
        String caseNumber = bureau.launchedCase(2);
        String page = "/cases/" + caseNumber;
        assertThat(office.get(page).words()).contains("共2项任务", "落实整改中", "打开整改台账", "台账核对").doesNotContain("登记一个问题");
        assertThat(Session.of(port, "sanitation1").get(page).words()).contains("共2项任务");
        assertThat(Session.of(port, "parks1").get(page).words()).contains("共0项任务", "问题2").doesNotContain("台账核对");
        assertThat(Session.of(port, "parks1").part(page + "/problems/1/tasks").words()).contains("没有与本科室有关的任务");
        assertThat(office.submit(page + "/problems", PROBLEM).words()).contains("任务已下达");
    }

    @Test
    void theCaseTellsHowFarItsMeasuresAreByPhaseAndDepartment() {
        String caseNumber = bureau.launchedCase(2);
        String page = "/cases/" + caseNumber;
        Bureau.done(bureau.as("sanitation1").put("/api/tasks/" + Bureau.taskNumber(caseNumber, 1) + "/measures/1", Map.of("doneOn", LocalDate.now().toString())));
        Bureau.done(bureau.as("office1").put("/api/cases/" + caseNumber + "/phases", Map.of("EXECUTION", LocalDate.now().minusDays(1).toString(), "PREPARATION", LocalDate.now().minusDays(2).toString())));

        assertThat(office.get(page).words()).contains("措施已完成 1/4（25.0%）", "全面推进已过时限，还有2项任务未销号", "没有任务", "2项任务、3条措施", "未设时限").doesNotContain("前期准备已过时限");
        assertThat(Session.of(port, "sanitation1").get(page).words()).containsSubsequence("责任科室 任务已销号", "环境卫生科 0/2（0.0%） 1/4（25.0%）");
        assertThat(Session.of(port, "parks1").get(page).words()).contains("措施已完成 1/4（25.0%）").doesNotContain("责任科室 任务已销号");
    }

    @Test
    void aSessionThatEndedReloadsThePageInsteadOfTheRow() {
        String caseNumber = bureau.startedCase();
        office.expire();
        Page row = office.submit("/cases/" + caseNumber + "/problems", PROBLEM);
        assertThat(row.status()).isEqualTo(401);
        assertThat(row.headers().firstValue("HX-Refresh")).contains("true");
        assertThat(office.get("/cases/" + caseNumber).path()).startsWith("/login");
        assertThat(office.login("office1", "demo").path()).startsWith("/cases/" + caseNumber);
    }

    @Test
    void anUnknownCaseIsAPageThatSaysSo() {
        Page page = office.get("/cases/NO-SUCH");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.words()).contains("没有编号为“NO-SUCH”的巡察整改", "回到工作台");
        assertThat(office.part("/cases/NO-SUCH/problems/1/form").headers().firstValue("HX-Retarget")).contains("#notice");
    }
}
