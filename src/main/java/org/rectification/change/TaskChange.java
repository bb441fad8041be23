package org.rectification.change;

import java.time.LocalDateTime;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** 任务调整: one request to hand over, merge, split or withdraw a launched task, and its answer. */
@Table(schema = "ledger", name = "task_change")
public class TaskChange {

    private static final int LONGEST_OPINION = 2000;

    @Id private String changeKey;
    @Version private Long version;
    private String taskNumber;
    private int ordinal;
    private ChangeKind kind;
    private String reason;
    private String leadDepartment;
    private String leadLeader;
    private String target;
    private String ground;
    private ChangeStatus status;
    private boolean begun;
    private String requestedBy;
    private LocalDateTime requestedAt;
    private String decidedBy;
    private LocalDateTime decidedAt;
    private String opinion;
    private LocalDateTime endedAt;

    protected TaskChange() {}

    TaskChange(String taskNumber, int ordinal, ChangeDraft.Entry entry, String by, LocalDateTime at) {
        this.changeKey = taskNumber + ":C" + ordinal;
        this.taskNumber = taskNumber;
        this.ordinal = ordinal;
        this.kind = entry.kind();
        this.reason = entry.reason();
        this.leadDepartment = entry.leadDepartment();
        this.leadLeader = entry.leadLeader();
        this.target = entry.target();
        this.ground = entry.ground();
        this.status = ChangeStatus.REQUESTED;
        this.requestedBy = by;
        this.requestedAt = at;
    }

    void begun() {
        if (begun) throw Refusal.ofRule("任务调整由整改办在任务页面提出，不能手工或重复发起（" + changeKey + "）");
        begun = true;
    }

    /** 审定, by a member of the leading group who neither asked nor answers for the task. */
    void decided(String by, String presentLeader, boolean approved, String opinion, LocalDateTime at) {
        if (status != ChangeStatus.REQUESTED) throw Refusal.ofRule("任务调整" + changeKey + "当前为“" + status.label() + "”，不能审定，请刷新后再看");
        if (by.equals(requestedBy)) throw Refusal.ofRule("这项调整由您提出，须由他人审定");
        if (by.equals(presentLeader)) throw Refusal.ofRule("您是本任务的责任领导，任务调整须由领导小组其他成员审定");
        if (!approved && (opinion == null || opinion.isBlank())) throw Refusal.ofRule("不同意时请填写意见，让申请人知道原因");
        if (opinion != null && opinion.length() > LONGEST_OPINION) throw Refusal.ofRule("意见最多" + LONGEST_OPINION + "字，现有" + opinion.length() + "字");
        status = approved ? ChangeStatus.APPLIED : ChangeStatus.REFUSED;
        decidedBy = by;
        decidedAt = at;
        this.opinion = opinion == null || opinion.isBlank() ? null : opinion.strip();
    }

    /** There is nothing left to change. */
    void ended(LocalDateTime at) {
        status = ChangeStatus.ENDED;
        endedAt = at;
    }

    public boolean isOpen() { return status == ChangeStatus.REQUESTED; }
    public String changeKey() { return changeKey; }
    public String taskNumber() { return taskNumber; }
    /** 1 for the task's first request, whether or not it was approved. */
    public int ordinal() { return ordinal; }
    public ChangeKind kind() { return kind; }
    public String reason() { return reason; }
    /** Null, as is {@link #leadLeader}, except for a hand-over. */
    public String leadDepartment() { return leadDepartment; }
    public String leadLeader() { return leadLeader; }
    /** Null except for a merge. */
    public String target() { return target; }
    /** Null except for a merge or a withdrawal. */
    public String ground() { return ground; }
    public ChangeStatus status() { return status; }
    public String requestedBy() { return requestedBy; }
    public LocalDateTime requestedAt() { return requestedAt; }
    public String decidedBy() { return decidedBy; }
    public LocalDateTime decidedAt() { return decidedAt; }
    public String opinion() { return opinion; }
    /** Null unless it was ended undecided. */
    public LocalDateTime endedAt() { return endedAt; }
}
