package org.rectification.rectification;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A line of the ledger: what one department has to put right until when. It guards its own way from 未下达 to 已销号;
 * every transition returns the decision to be written beside it, or refuses and has changed nothing.
 */
@Table(schema = "ledger", name = "rectification_task")
public class RectificationTask {

    @Id private String taskNumber;
    @Version private Long version;
    private String caseNumber;
    private int problem;
    private int ordinal;
    private String title;
    private TaskKind kind;
    private Phase phase;
    private String leadDepartment;
    private String leadLeader;
    private LocalDate deadline;
    private LocalDate originalDeadline;
    private int extensions;
    private String signOffStandard;
    private String goal;
    private String measureType;
    private String headLeader;
    private TaskStatus status;
    private int round;
    private boolean sustained;
    private LocalDateTime signedOffAt;
    private int rebounds;
    private boolean inPlan;
    private boolean historical;
    private LedgerExit ledgerExit;

    protected RectificationTask() {}

    RectificationTask(String caseNumber, int ordinal, TaskEntry entry) {
        this.taskNumber = "%s-%02d-%02d".formatted(caseNumber, entry.problem(), ordinal);
        this.caseNumber = caseNumber;
        this.problem = entry.problem();
        this.ordinal = ordinal;
        this.status = TaskStatus.NOT_STARTED;
        reword(entry);
    }

    /** A part of a task that is split; it is launched at once, and its deadlines go on as they were. */
    RectificationTask(RectificationTask whole, int ordinal, TaskPart part) {
        this.taskNumber = "%s-%02d-%02d".formatted(whole.caseNumber, whole.problem, ordinal);
        this.caseNumber = whole.caseNumber;
        this.problem = whole.problem;
        this.ordinal = ordinal;
        this.title = part.title();
        this.kind = whole.kind;
        this.phase = whole.phase;
        this.leadDepartment = part.leadDepartment();
        this.leadLeader = part.leadLeader();
        this.deadline = whole.deadline;
        this.originalDeadline = whole.originalDeadline;
        this.extensions = whole.extensions;
        this.signOffStandard = part.signOffStandard();
        this.goal = whole.goal;
        this.measureType = whole.measureType;
        this.headLeader = whole.headLeader;
        this.status = TaskStatus.IN_PROGRESS;
        this.round = 1;
    }

    void reword(TaskEntry entry) {
        title = entry.title();
        kind = entry.kind();
        phase = entry.phase();
        leadDepartment = entry.leadDepartment();
        leadLeader = entry.leadLeader();
        deadline = entry.deadline();
        originalDeadline = entry.deadline();
        signOffStandard = entry.signOffStandard();
        goal = entry.notes().goal();
        measureType = entry.notes().measureType();
        headLeader = entry.notes().headLeader();
    }

    /**
     * 报验: the department says it is done and shows it.
     *
     * @param awaited names of the supporting parties that have not confirmed their instalment yet
     */
    Decision submit(Round current, List<String> awaited, Person by, String statement, LocalDateTime at) {
        require(TaskStatus.IN_PROGRESS);
        if (statement == null || statement.isBlank()) throw Refusal.ofRule("请填写整改完成情况");
        if (current.evidence().isEmpty()) throw Refusal.ofRule("本轮报验还没有佐证材料，请先上传至少一份");
        if (!awaited.isEmpty()) throw Refusal.ofRule(String.join("、", awaited) + "尚未确认配合落实情况，全部确认后才能报验");
        Decision decision = current.decide(Role.SUBMITTER, by, true, statement, at).inPlaceOf(by.actingFor(Groups.handlersOf(leadDepartment)).orElse(null));
        status = TaskStatus.AWAITING_ENDORSEMENT;
        return decision;
    }

    /** 审签: the head of the department, or the lead leader where the head submitted it himself. */
    Decision endorse(Round current, Person by, boolean endorsed, String opinion, LocalDateTime at) {
        require(TaskStatus.AWAITING_ENDORSEMENT);
        Decision decision = current.decide(Role.ENDORSER, by, endorsed, opinion, at).inPlaceOf(inPlaceOf(by));
        proceed(endorsed, TaskStatus.AWAITING_CHECK);
        return decision;
    }

    /** A head's deputy, or the lead leader's. */
    private String inPlaceOf(Person endorser) {
        if (endorser.headsDepartment(leadDepartment)) return endorser.actingFor(Groups.headsOf(leadDepartment)).orElse(null);
        return endorser.standsInFor().contains(leadLeader) ? leadLeader : null;
    }

    /** 核查验收: somebody from outside the department looked. */
    Decision check(Round current, Person by, boolean passed, String opinion, LocalDateTime at) {
        require(TaskStatus.AWAITING_CHECK);
        requireNoneOfItsOwn(by, Groups.SUPERVISION_TEAM);
        Decision decision = current.decide(Role.CHECKER, by, passed, opinion, at).inPlaceOf(by.actingFor(Groups.SUPERVISION_TEAM).orElse(null));
        proceed(passed, TaskStatus.AWAITING_SIGN_OFF);
        return decision;
    }

    /**
     * 销号审定: the item leaves the ledger.
     *
     * @param sustained 完成并长期坚持: the result is kept up by rules that outlive the rectification
     */
    Decision signOff(Round current, Person by, boolean approved, boolean sustained, String opinion, LocalDateTime at) {
        require(TaskStatus.AWAITING_SIGN_OFF);
        requireNoneOfItsOwn(by, Groups.LEADING_GROUP);
        if (by.userId().equals(leadLeader)) throw Refusal.ofRule("您是本任务的责任领导，销号须由领导小组其他成员审定");
        if (by.actingFor(Groups.LEADING_GROUP).filter(absent -> absent.equals(leadLeader)).isPresent()) throw Refusal.ofRule("您代理的正是本任务的责任领导，销号须由领导小组其他成员审定");
        Decision decision = current.decide(Role.SIGNER, by, approved, opinion, at).inPlaceOf(by.actingFor(Groups.LEADING_GROUP).orElse(null));
        proceed(approved, TaskStatus.SIGNED_OFF);
        if (approved) {
            this.sustained = sustained;
            signedOffAt = at;
        }
        return decision;
    }

    /** No department strikes its own items off the ledger in the place of a checker or leader. */
    private void requireNoneOfItsOwn(Person by, String group) {
        if (leadDepartment.equals(by.department()) && by.actingFor(group).isPresent()) throw Refusal.ofRule("您是责任科室的人员，不能代理他人核查或审定本科室的任务，须由其他人办理");
    }

    /** 历史销号: the launch will find it signed off, on minutes from before the case was taken over; none of our rounds precedes it. */
    void recordedAsSignedOff() {
        require(TaskStatus.NOT_STARTED);
        historical = true;
    }

    void notSignedOffAfterAll() {
        require(TaskStatus.NOT_STARTED);
        historical = false;
    }

    /** 延期: the deadline moves and is counted; the first one stays. */
    void extend(LocalDate to) {
        if (!isUnderWay() && status != TaskStatus.BLOCKED) throw Refusal.ofRule("任务" + taskNumber + "当前为“" + status.label() + "”，不能延期，请不予批准");
        if (!to.isAfter(deadline)) throw Refusal.ofRule("任务" + taskNumber + "的时限已是" + deadline + "，不早于申请的" + to + "，请不予批准");
        deadline = to;
        extensions++;
    }

    /** 客观受阻: the time stops. */
    void block() {
        if (status != TaskStatus.IN_PROGRESS) throw Refusal.ofRule("任务" + taskNumber + "当前为“" + status.label() + "”，只有“" + TaskStatus.IN_PROGRESS.label() + "”的任务才能认定为客观受阻，请不予认定");
        status = TaskStatus.BLOCKED;
    }

    /** The task goes on; what was blocked does not move its deadline. */
    void resume() {
        require(TaskStatus.BLOCKED);
        status = TaskStatus.IN_PROGRESS;
    }

    /** When the department has to be done; null while the task's time does not run. */
    public LocalDate dueOn() {
        return status == TaskStatus.BLOCKED ? null : deadline;
    }

    /** 反弹: the item stands in the ledger again, with a deadline of its own that is no extension; the first one stays. */
    void rebound(LocalDate newDeadline) {
        require(TaskStatus.SIGNED_OFF);
        status = TaskStatus.IN_PROGRESS;
        round++;
        rebounds++;
        deadline = newDeadline;
        sustained = false;
        signedOffAt = null;
        historical = false;
    }

    /** 移交: the round begins anew under another department; what is blocked stays blocked. */
    void handOver(String department, String leader) {
        if (department.equals(leadDepartment)) throw Refusal.ofRule("任务" + taskNumber + "现在就由该科室负责，不必移交");
        leadDepartment = department;
        leadLeader = leader;
        if (status != TaskStatus.BLOCKED) status = TaskStatus.IN_PROGRESS;
    }

    void leadBy(String leader) {
        leadLeader = leader;
    }

    /** 并入: whoever judges it judges the other one's standard too. */
    void takeIn(RectificationTask other) {
        if (other.signOffStandard != null) signOffStandard = (signOffStandard == null ? "" : signOffStandard + "\n") + "并入的" + other.taskNumber + "：" + other.signOffStandard;
    }

    void requireNotYetSubmitted() {
        if (status != TaskStatus.BLOCKED) requireInProgress("接收并入的任务");
    }

    void leaveLedger(LedgerExit exit) {
        requireOpen("调整");
        status = TaskStatus.WITHDRAWN;
        ledgerExit = exit;
    }

    /** Launched and not at its end. */
    public boolean isOpen() {
        return isUnderWay() || status == TaskStatus.BLOCKED;
    }

    void requireOpen(String deed) {
        if (!isOpen()) throw Refusal.ofRule("任务" + taskNumber + "当前为“" + statusName() + "”，不能" + deed);
    }

    private void proceed(boolean approved, TaskStatus next) {
        status = approved ? next : TaskStatus.IN_PROGRESS;
        if (!approved) round++;
    }

    /** What is written beside a task is written while it is being implemented. */
    void requireInProgress(String deed) {
        if (status != TaskStatus.IN_PROGRESS) throw Refusal.ofRule("任务" + taskNumber + "当前为“" + status.label() + "”，只有“" + TaskStatus.IN_PROGRESS.label() + "”时才能" + deed);
    }

    private void require(TaskStatus expected) {
        if (status == TaskStatus.BLOCKED && expected != TaskStatus.BLOCKED) throw Refusal.ofRule("任务" + taskNumber + "已认定为客观受阻，暂停计时，经整改办复核恢复整改后才能报验");
        if (status != expected) throw Refusal.ofRule("任务" + taskNumber + "当前为“" + status.label() + "”，不能办理“" + expected.label() + "”环节，请刷新后再看");
    }

    /** Launched, and its time is running: neither signed off nor withdrawn nor blocked. */
    public boolean isUnderWay() {
        return switch (status) {
            case IN_PROGRESS, AWAITING_ENDORSEMENT, AWAITING_CHECK, AWAITING_SIGN_OFF -> true;
            case NOT_STARTED, SIGNED_OFF, BLOCKED, WITHDRAWN -> false;
        };
    }

    Long version() { return version; }
    public String taskNumber() { return taskNumber; }
    public String caseNumber() { return caseNumber; }
    public int problem() { return problem; }
    public int ordinal() { return ordinal; }
    public String title() { return title; }
    public TaskKind kind() { return kind; }
    public Phase phase() { return phase; }
    public String leadDepartment() { return leadDepartment; }
    public String leadLeader() { return leadLeader; }
    public LocalDate deadline() { return deadline; }
    public LocalDate originalDeadline() { return originalDeadline; }
    public int extensions() { return extensions; }
    public String signOffStandard() { return signOffStandard; }

    /** 整改目标; null, as are 措施类型 and 牵头领导, where nothing was written. */
    public String goal() { return goal; }
    public String measureType() { return measureType; }
    public String headLeader() { return headLeader; }
    public TaskStatus status() { return status; }
    public int round() { return round; }
    public boolean isSustained() { return sustained; }

    /** Null unless it is signed off now. */
    public LocalDateTime signedOffAt() { return signedOffAt; }
    public int rebounds() { return rebounds; }

    /** 历史销号: signed off on paper before the takeover, and not rebounded since; before the launch still to be confirmed by it. */
    public boolean isHistorical() { return historical; }

    public LedgerExit ledgerExit() { return ledgerExit; }
    public String statusName() { return status.label(historical, ledgerExit); }

    /** Whether the approved plan held it; changing it then takes a reason. */
    public boolean isInPlan() { return inPlan; }
}
