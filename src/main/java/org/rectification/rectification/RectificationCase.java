package org.rectification.rectification;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One 巡察整改, from the feedback until the last item has left the ledger. It guards the order of its stages. */
@Table(schema = "ledger", name = "rectification_case")
public class RectificationCase {

    @Id private String caseNumber;
    @Version private Long version;
    private String title;
    private String inspectionBody;
    private String inspectedParty;
    private LocalDate feedbackDate;
    private LocalDate concentratedDeadline;
    private Integer declaredProblems;
    private CaseStage stage;
    private int planVersion;
    private String planSummary;
    private String caseSummary;
    private int openTasks;
    private int generation;
    private String openedBy;
    private LocalDateTime openedAt;
    private LocalDateTime launchedAt;
    private LocalDateTime closedAt;
    private LocalDate takenOverOn;

    protected RectificationCase() {}

    RectificationCase(Feedback feedback, String openedBy, LocalDateTime openedAt) {
        caseNumber = feedback.caseNumber();
        title = feedback.title();
        inspectionBody = feedback.inspectionBody();
        inspectedParty = feedback.inspectedParty();
        feedbackDate = feedback.feedbackDate();
        concentratedDeadline = feedback.concentratedDeadline();
        declaredProblems = feedback.declaredProblems();
        stage = CaseStage.REGISTERING;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
    }

    /** @param on null for one that begins here */
    void takenOver(LocalDate on) {
        takenOverOn = on;
    }

    /** @param problems that the feedback named, null where it named none */
    void declared(Integer problems) {
        declaredProblems = problems;
    }

    void problemsRegistered() {
        advance(CaseStage.REGISTERING, CaseStage.DRAFTING_PLAN);
    }

    void planDrafted(String summary) {
        advance(CaseStage.DRAFTING_PLAN, CaseStage.REVIEWING_PLAN);
        planSummary = summary;
        planVersion++;
    }

    void planReviewed() {
        advance(CaseStage.REVIEWING_PLAN, CaseStage.APPROVING_PLAN);
    }

    void planDecided(boolean approved) {
        advance(CaseStage.APPROVING_PLAN, approved ? CaseStage.DECOMPOSING : CaseStage.DRAFTING_PLAN);
    }

    void tasksDecomposed(int tasks) {
        advance(CaseStage.DECOMPOSING, CaseStage.LAUNCHING);
        openTasks = tasks;
    }

    void tasksLaunched(LocalDateTime at) {
        advance(CaseStage.LAUNCHING, CaseStage.RECTIFYING);
        launchedAt = at;
    }

    /** A returned bulletin leads here as well. */
    void summaryBegun() {
        if (stage != CaseStage.SUMMARISING) advance(CaseStage.RECTIFYING, CaseStage.SUMMARISING);
    }

    void summarised(String summary) {
        advance(CaseStage.SUMMARISING, CaseStage.APPROVING_BULLETIN);
        caseSummary = summary;
    }

    void bulletinDecided(boolean approved) {
        advance(CaseStage.APPROVING_BULLETIN, approved ? CaseStage.AWAITING_SIGN_OFFS : CaseStage.SUMMARISING);
    }

    /** Counts one open task down. The caller holds the row's lock. @return whether the ledger has just become empty of open tasks */
    boolean oneTaskLess() {
        if (openTasks <= 0) throw Refusal.ofRule("案件" + caseNumber + "的未销号任务数已为零，台账需要核对，请联系平台管理员");
        openTasks--;
        if (openTasks == 0) generation++;
        return openTasks == 0;
    }

    void lookBackBegun() {
        requireAllSignedOff("回头看");
        advance(CaseStage.AWAITING_SIGN_OFFS, CaseStage.LOOKING_BACK);
    }

    /** 反弹: an item comes back to the ledger, so that no completion before it holds any longer. The caller holds the row's lock. */
    void taskRebounded() {
        if (stage != CaseStage.LOOKING_BACK) throw Refusal.ofRule("案件当前处于“" + stage.label() + "”，不在回头看期间，不能认定反弹");
        openTasks++;
        generation++;
    }

    /** @param rebounded whether anything did; then the case waits for its sign-offs again */
    void lookedBack(boolean rebounded) {
        advance(CaseStage.LOOKING_BACK, rebounded ? CaseStage.AWAITING_SIGN_OFFS : CaseStage.LOOKING_BACK);
    }

    /** Tasks that a split one left behind. */
    void moreTasks(int tasks) {
        if (!stage.isLaunched() || openTasks == 0) throw Refusal.ofRule("案件" + caseNumber + "没有未销号的任务，不能再增加任务");
        openTasks += tasks;
    }

    void closed(LocalDateTime at) {
        requireAllSignedOff("办结");
        advance(CaseStage.LOOKING_BACK, CaseStage.CLOSED);
        closedAt = at;
    }

    private void requireAllSignedOff(String deed) {
        if (!isAllSignedOff()) throw Refusal.ofRule("还有" + openTasks + "项任务未销号，不能" + deed);
    }

    /** Problems and tasks can be written: before the launch, and not while others judge the plan. */
    void requireDrafting() {
        if (stage.isLaunched()) throw Refusal.ofRule("任务已下达，问题和任务不能再直接修改");
        if (!stage.allowsDrafting()) throw Refusal.ofRule("整改方案正在“" + stage.label() + "”，退回或通过之前不能修改问题和任务");
    }

    private void advance(CaseStage from, CaseStage to) {
        if (stage != from) throw Refusal.ofRule("案件当前处于“" + stage.label() + "”，不能办理“" + from.label() + "”，请刷新后再看");
        stage = to;
    }

    public boolean isAllSignedOff() { return stage.isLaunched() && openTasks == 0; }
    public String caseNumber() { return caseNumber; }
    public String title() { return title; }
    public String inspectionBody() { return inspectionBody; }
    public String inspectedParty() { return inspectedParty; }
    public LocalDate feedbackDate() { return feedbackDate; }
    public LocalDate concentratedDeadline() { return concentratedDeadline; }
    public Integer declaredProblems() { return declaredProblems; }
    public CaseStage stage() { return stage; }
    public int planVersion() { return planVersion; }
    public String planSummary() { return planSummary; }
    public String caseSummary() { return caseSummary; }
    public int openTasks() { return openTasks; }
    public int generation() { return generation; }
    public LocalDateTime openedAt() { return openedAt; }

    /** Null until all tasks are launched. */
    public LocalDateTime launchedAt() { return launchedAt; }
    public LocalDateTime closedAt() { return closedAt; }

    /** 接管日期, null for a case that has begun in the system. */
    public LocalDate takenOverOn() { return takenOverOn; }

    /** From which day on there is time for registering the problems and drafting the plan: the feedback or, of a case that was taken over, the takeover. */
    LocalDate preparedFrom() {
        return takenOverOn == null ? feedbackDate : takenOverOn;
    }

    /** From which day a case that was taken over is reported on and reminded of: the takeover or, if later, the launch; null for any other case and before the launch. */
    public LocalDate countedFrom() {
        if (takenOverOn == null || launchedAt == null) return null;
        return takenOverOn.isAfter(launchedAt.toLocalDate()) ? takenOverOn : launchedAt.toLocalDate();
    }
}
