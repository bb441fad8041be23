package org.rectification.demo.process;

import static org.rectification.rectification.process.RectificationCaseProcess.PLAN_APPROVED;
import static org.rectification.rectification.process.RectificationTaskProcess.CHECK_PASSED;
import static org.rectification.rectification.process.RectificationTaskProcess.ENDORSED;
import static org.rectification.rectification.process.RectificationTaskProcess.SIGN_OFF_APPROVED;
import static org.rectification.rectification.process.TaskSupportProcess.INSTALMENT;
import static org.rectification.rectification.process.TaskSupportProcess.SUPPORT;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.rectification.rectification.ProblemDraft;
import org.rectification.rectification.TaskDraft;
import org.rectification.rectification.TaskDraft.MeasureDraft;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The small case that README walks through, with a task at every stage; all of it is done today. */
@Component
@Profile("demo")
class TourCase {

    private static final String CASE = "CG-2026-01";

    private final Desk desk;
    private final TravellingClock journey;

    TourCase(Desk desk, TravellingClock journey) {
        this.desk = desk;
        this.journey = journey;
    }

    void unfold(LocalDate today) {
        receiveFeedback(today);
        registerProblems();
        approvePlan();
        decompose(today);
        work();
    }

    private void receiveFeedback(LocalDate today) {
        journey.catchUp();
        desk.receivesFeedback("office1", Map.of("caseNumber", CASE, "title", "市委第二巡察组巡察市城市管理局反馈意见整改",
                "inspectionBody", "市委第二巡察组", "inspectedParty", "市城市管理局", "feedbackDate", today.minusDays(60).toString(),
                "concentratedDeadline", today.plusDays(30).toString(), "declaredProblems", "3"));
    }

    private void registerProblems() {
        desk.addsProblems("office1", CASE, List.of(
                new ProblemDraft("城市精细化管理有差距", "智慧城管平台建设推进缓慢", "平台视频接入不足，网格信息长期没有更新，巡查发现的问题派不出去、收不回来。", "FEEDBACK", null, null),
                new ProblemDraft("城市精细化管理有差距", "生活垃圾分类推动缓慢", "分类方案迟迟没有印发，公共机构分类投放设施不全，宣传入户率低。", "FEEDBACK", null, null),
                new ProblemDraft("党建责任压得不实", "个别党支部日常工作不认真", "个别支部换届超期，“三会一课”记录事后补写，党务干部兼职过多。", "DURING_INSPECTION", null, null)));
        step("office1", CASE, "Task_RegisterProblems", Map.of());
    }

    private void approvePlan() {
        step("office1", CASE, "Task_DraftPlan", Map.of("planSummary", "成立整改工作专班，三个问题分解为七项任务，集中整改三个月，每半月报告进展，由督导检查组逐项核查后销号。"));
        step("supervisor1", CASE, "Task_ReviewPlan", Map.of("opinion", "任务分解到位，销号标准可核查，同意。", "planGrade", "good"));
        step("committee1", CASE, "Task_ReviewPlan", Map.of("opinion", "责任清楚，同意。", "planGrade", "good"));
        step("leader1", CASE, "Task_ApprovePlan", Map.of(PLAN_APPROVED.name(), true, "opinion", "同意"));
    }

    private void decompose(LocalDate today) {
        desk.addsTasks("office1", CASE, List.of(
                task("1", "接入重点路段视频监控", "TIME_LIMITED", "appearance", "utilities", "leader2", today.plusDays(25), "25路视频全部接入并稳定运行一周，附平台截图和验收单。", "完成25路视频接入", "组织联调并验收"),
                task("1", "更新智慧城管网格信息", "TIME_LIMITED", "enforcement", "appearance", "leader2", today.plusDays(8), "网格责任人信息全部核对更新，抽查10个网格无差错。", "逐网格核对责任人", "更新平台地图"),
                task("2", "印发生活垃圾分类实施方案", "IMMEDIATE", "sanitation", "legal", "leader3", today.plusDays(2), "方案经局长办公会审议后正式印发。", "修改完善方案", "提请审议并印发"),
                task("2", "补齐公共机构分类投放设施", "TIME_LIMITED", "sanitation", "finance", "leader3", today.minusDays(5), "全市公共机构分类投放设施配置到位，附清单和照片。", "摸清缺口", "采购并安装", "逐点核验"),
                task("2", "开展垃圾分类入户宣传", "LONG_TERM", "sanitation", "general", "leader3", today.plusDays(90), "入户宣传覆盖率达到九成，建立志愿者常态宣传制度。", "组建宣传队伍", "每月开展集中宣传"),
                task("3", "完成超期支部换届选举", "TIME_LIMITED", "party", "parks", "leader2", today.minusDays(10), "两个超期支部完成换届，选举材料归档齐全。", "指导支部启动换届", "召开选举大会"),
                task("3", "规范“三会一课”记录", "LONG_TERM", "party", "general", "leader2", today.plusDays(60), "各支部记录当月上传、按季抽查，连续两季无补写。", "制定记录规范", "按季开展抽查")));
        step("office1", CASE, "Task_DecomposeTasks", Map.of());
    }

    private static TaskDraft task(String problem, String title, String kind, String lead, String supporting, String leader, LocalDate deadline, String standard, String... measures) {
        return new TaskDraft(problem, title, kind, "EXECUTION", lead, List.of(supporting), leader, deadline.toString(), standard,
                Arrays.stream(measures).map(MeasureDraft::new).toList(), null);
    }

    private void work() {
        support("appearance", "01-02", "已提供市容网格责任人名单，并派人参加逐网格核对。");
        submit("enforcement1", CASE + "-01-02", "网格责任人信息已全部核对，平台地图同步更新。");

        support("legal", "02-01", "方案已作合法性审查，修改意见均已采纳。");
        submit("sanitation1", CASE + "-02-01", "方案经两轮征求意见修改完善，已提请局长办公会审议通过并印发。");
        step("sanitationhead", CASE + "-02-01", "Task_Endorse", Map.of(ENDORSED.name(), true, "opinion", "同意"));

        support("finance", "02-02", "采购预算已批复，首批资金已拨付。");
        submit("sanitation1", CASE + "-02-02", "已完成采购，安装过半。");
        step("sanitationhead", CASE + "-02-02", "Task_Endorse", Map.of(ENDORSED.name(), true, "opinion", "同意"));
        step("supervisor1", CASE + "-02-02", "Task_Check", Map.of(CHECK_PASSED.name(), false, "opinion", "现场抽查的五个点位有两个尚未安装，请补齐后再报验。"));

        support("parks", "03-01", "本科室党员全部参加换届选举。");
        submit("party1", CASE + "-03-01", "两个超期支部均已完成换届选举，选举材料已归档。");
        step("partyhead", CASE + "-03-01", "Task_Endorse", Map.of(ENDORSED.name(), true, "opinion", "同意"));
        step("supervisor1", CASE + "-03-01", "Task_Check", Map.of(CHECK_PASSED.name(), true, "opinion", "查阅选举材料，程序规范，通过。"));
        step("leader1", CASE + "-03-01", "Task_SignOff", Map.of(SIGN_OFF_APPROVED.name(), true, "sustained", true, "opinion", "同意销号"));

        support("general", "03-02", "已协助印发记录规范，并列入季度督查。");
        submit("party1", CASE + "-03-02", "已印发记录规范，完成首季抽查。");
        step("partyhead", CASE + "-03-02", "Task_Endorse", Map.of(ENDORSED.name(), true, "opinion", "同意"));
        step("supervisor2", CASE + "-03-02", "Task_Check", Map.of(CHECK_PASSED.name(), true, "opinion", "抽查三个支部记录，符合规范。"));
    }

    private void support(String department, String task, String instalment) {
        step(department + "1", CASE + "-" + task + ":" + department, SUPPORT, Map.of(INSTALMENT.name(), instalment));
    }

    private void submit(String by, String taskNumber, String statement) {
        journey.catchUp();
        desk.submits(by, taskNumber, statement, List.of("现场检查记录"));
    }

    private void step(String by, String businessKey, String element, Map<String, Object> submitted) {
        journey.catchUp();
        desk.completes(by, businessKey, element, submitted);
    }
}
