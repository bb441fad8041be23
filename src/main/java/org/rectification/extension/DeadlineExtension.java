package org.rectification.extension;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** 延期: one request for a later deadline, from the lead department through two signatures to its answer. Three different people take part. */
@Table(schema = "ledger", name = "deadline_extension")
public class DeadlineExtension {

    private static final int LONGEST_OPINION = 2000;

    @Id private String extensionKey;
    @Version private Long version;
    private String taskNumber;
    private int ordinal;
    private LocalDate presentDeadline;
    private LocalDate newDeadline;
    private String reason;
    private ExtensionStatus status;
    private boolean begun;
    private String requestedBy;
    private LocalDateTime requestedAt;
    private String endorsedBy;
    private LocalDateTime endorsedAt;
    private String endorsementOpinion;
    private String decidedBy;
    private LocalDateTime decidedAt;
    private String opinion;

    protected DeadlineExtension() {}

    /** What it asks for has been checked. */
    DeadlineExtension(String taskNumber, int ordinal, LocalDate presentDeadline, LocalDate newDeadline, String reason, String by, LocalDateTime at) {
        this.extensionKey = taskNumber + ":E" + ordinal;
        this.taskNumber = taskNumber;
        this.ordinal = ordinal;
        this.presentDeadline = presentDeadline;
        this.newDeadline = newDeadline;
        this.reason = reason;
        this.status = ExtensionStatus.REQUESTED;
        this.requestedBy = by;
        this.requestedAt = at;
    }

    void begun() {
        if (begun) throw Refusal.ofRule("延期申请由经办人在任务页面提出，不能手工或重复发起（" + extensionKey + "）");
        begun = true;
    }

    /** 审签: the head of the department, or the lead leader where the head asked himself. */
    void endorsed(String by, boolean endorsed, String opinion, LocalDateTime at) {
        require(ExtensionStatus.REQUESTED, "审签");
        requireAnother(by, requestedBy, "提出");
        endorsementOpinion = said(endorsed, opinion);
        endorsedBy = by;
        endorsedAt = at;
        status = endorsed ? ExtensionStatus.ENDORSED : ExtensionStatus.REFUSED;
    }

    /** 审定, by the leading group. It may come after the deadline, as long as the request did not. */
    void decided(String by, String leadLeader, boolean approved, String opinion, LocalDateTime at) {
        require(ExtensionStatus.ENDORSED, "审定");
        requireAnother(by, requestedBy, "提出");
        requireAnother(by, endorsedBy, "审签");
        if (by.equals(leadLeader)) throw Refusal.ofRule("您是本任务的责任领导，延期须由领导小组其他成员审定");
        this.opinion = said(approved, opinion);
        decidedBy = by;
        decidedAt = at;
        status = approved ? ExtensionStatus.APPROVED : ExtensionStatus.REFUSED;
    }

    /** The task has been withdrawn or has gone to another department before anybody answered. */
    void ended() {
        status = ExtensionStatus.ENDED;
    }

    private void require(ExtensionStatus expected, String step) {
        if (status != expected) throw Refusal.ofRule("延期申请" + extensionKey + "当前为“" + status.label() + "”，不能" + step + "，请刷新后再看");
    }

    private static void requireAnother(String by, String earlier, String deed) {
        if (by.equals(earlier)) throw Refusal.ofRule("这项延期由您" + deed + "，申请、审签、审定须由三个不同的人办理");
    }

    private static String said(boolean approved, String opinion) {
        if (!approved && (opinion == null || opinion.isBlank())) throw Refusal.ofRule("不同意时请填写意见，让申请人知道原因");
        if (opinion != null && opinion.length() > LONGEST_OPINION) throw Refusal.ofRule("意见最多" + LONGEST_OPINION + "字，现有" + opinion.length() + "字");
        return opinion == null || opinion.isBlank() ? null : opinion.strip();
    }

    public String extensionKey() { return extensionKey; }
    public String taskNumber() { return taskNumber; }

    /** 1 for the task's first request, whether or not it was approved. */
    public int ordinal() { return ordinal; }
    public LocalDate presentDeadline() { return presentDeadline; }
    public LocalDate newDeadline() { return newDeadline; }
    public String reason() { return reason; }
    public ExtensionStatus status() { return status; }
    public String requestedBy() { return requestedBy; }
    public LocalDateTime requestedAt() { return requestedAt; }
    public String endorsedBy() { return endorsedBy; }
    public LocalDateTime endorsedAt() { return endorsedAt; }
    public String endorsementOpinion() { return endorsementOpinion; }
    public String decidedBy() { return decidedBy; }
    public LocalDateTime decidedAt() { return decidedAt; }
    public String opinion() { return opinion; }
}
