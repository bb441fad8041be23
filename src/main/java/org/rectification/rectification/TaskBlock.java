package org.rectification.rectification;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** 客观受阻: why a task cannot move for reasons outside the organisation, from the request over its reviews to its end. */
@Table(schema = "ledger", name = "task_block")
public class TaskBlock {

    private static final int LONGEST_OPINION = 2000;

    @Id private String blockKey;
    @Version private Long version;
    private String taskNumber;
    private int ordinal;
    private String reason;
    private String outsideBody;
    private LocalDate requestDate;
    private String requestNumber;
    private String interimMeasures;
    private LocalDate reviewOn;
    private BlockStatus status;
    private boolean begun;
    private String requestedBy;
    private LocalDateTime requestedAt;
    private String decidedBy;
    private LocalDateTime decidedAt;
    private String opinion;
    private LocalDateTime resumedAt;

    protected TaskBlock() {}

    TaskBlock(String taskNumber, int ordinal, BlockDraft.Entry entry, String by, LocalDateTime at) {
        this.blockKey = taskNumber + ":B" + ordinal;
        this.taskNumber = taskNumber;
        this.ordinal = ordinal;
        this.reason = entry.reason();
        this.outsideBody = entry.outsideBody();
        this.requestDate = entry.requestDate();
        this.requestNumber = entry.requestNumber();
        this.interimMeasures = entry.interimMeasures();
        this.reviewOn = entry.reviewOn();
        this.status = BlockStatus.REQUESTED;
        this.requestedBy = by;
        this.requestedAt = at;
    }

    void begun() {
        if (begun) throw Refusal.ofRule("受阻认定由经办人在任务页面申请，不能手工或重复发起（" + blockKey + "）");
        begun = true;
    }

    /** 认定, by a member of the leading group who does not answer for the task himself. */
    void decided(String by, String leadLeader, boolean approved, String opinion, LocalDateTime at) {
        require(BlockStatus.REQUESTED, "认定");
        if (by.equals(requestedBy)) throw Refusal.ofRule("这项受阻认定由您申请，须由他人认定");
        if (by.equals(leadLeader)) throw Refusal.ofRule("您是本任务的责任领导，客观受阻须由领导小组其他成员认定");
        if (!approved && (opinion == null || opinion.isBlank())) throw Refusal.ofRule("不予认定时请填写意见，让申请人知道原因");
        if (opinion != null && opinion.length() > LONGEST_OPINION) throw Refusal.ofRule("意见最多" + LONGEST_OPINION + "字，现有" + opinion.length() + "字");
        status = approved ? BlockStatus.BLOCKED : BlockStatus.REFUSED;
        decidedBy = by;
        decidedAt = at;
        this.opinion = opinion == null || opinion.isBlank() ? null : opinion.strip();
    }

    /** 提前复核: things have changed before the day that was set. */
    void reviewBroughtForward(LocalDate today) {
        require(BlockStatus.BLOCKED, "申请复核");
        if (isUnderReview(today)) throw Refusal.ofRule("复核日期" + reviewOn + "已到，整改办正在复核，不必再申请");
        reviewOn = today;
    }

    /**
     * 复核, by the office.
     *
     * @param longestDays calendar days that it may last from its approval
     * @param next the day of the next review as typed, an ISO date; only asked for where the task is still blocked
     */
    BlockReview reviewed(String by, boolean stillBlocked, String next, String findings, int longestDays, LocalDateTime at) {
        require(BlockStatus.BLOCKED, "复核");
        if (by.equals(requestedBy)) throw Refusal.ofRule("这项受阻认定由您申请，须由他人复核");
        Flaws flaws = new Flaws();
        String found = flaws.text("findings", "复核情况", findings, LONGEST_OPINION);
        LocalDate nextReview = stillBlocked ? flaws.date("nextReviewOn", "下次复核日期", next) : null;
        if (nextReview != null && !nextReview.isAfter(at.toLocalDate())) flaws.add("nextReviewOn", "下次复核日期须晚于今天");
        LocalDate latest = decidedAt.toLocalDate().plusDays(longestDays);
        if (nextReview != null && nextReview.isAfter(latest)) flaws.add("nextReviewOn", "一次认定最长" + longestDays + "天，到" + latest + "为止，下次复核日期不能更晚；届时仍受阻的，请恢复整改，由责任科室重新申请、领导小组重新认定");
        flaws.refuseInput();
        if (stillBlocked) {
            reviewOn = nextReview;
        } else {
            status = BlockStatus.RESUMED;
            resumedAt = at;
        }
        return new BlockReview(blockKey, stillBlocked, found, nextReview, by, at);
    }

    /** The task has been withdrawn; nobody decides or reviews any more. */
    void ended(LocalDateTime at) {
        if (status == BlockStatus.BLOCKED) resumedAt = at;
        status = BlockStatus.ENDED;
    }

    private void require(BlockStatus expected, String step) {
        if (status != expected) throw Refusal.ofRule("受阻认定" + blockKey + "当前为“" + status.label() + "”，不能" + step + "，请刷新后再看");
    }

    public boolean isUnderReview(LocalDate today) {
        return status == BlockStatus.BLOCKED && !reviewOn.isAfter(today);
    }

    /** Calendar days that the task has not been counted for; 0 where it never was blocked. */
    public long pausedDays(LocalDate today) {
        if (status == BlockStatus.BLOCKED) return ChronoUnit.DAYS.between(decidedAt.toLocalDate(), today);
        return resumedAt == null ? 0 : ChronoUnit.DAYS.between(decidedAt.toLocalDate(), resumedAt.toLocalDate());
    }

    public String blockKey() { return blockKey; }
    public String taskNumber() { return taskNumber; }

    /** 1 for the task's first request, whether or not it was approved. */
    public int ordinal() { return ordinal; }
    public String reason() { return reason; }
    public String outsideBody() { return outsideBody; }
    public LocalDate requestDate() { return requestDate; }
    public String requestNumber() { return requestNumber; }
    public String interimMeasures() { return interimMeasures; }
    public LocalDate reviewOn() { return reviewOn; }
    public BlockStatus status() { return status; }
    public String requestedBy() { return requestedBy; }
    public LocalDateTime requestedAt() { return requestedAt; }
    public String decidedBy() { return decidedBy; }
    public LocalDateTime decidedAt() { return decidedAt; }
    public String opinion() { return opinion; }
    public LocalDateTime resumedAt() { return resumedAt; }
}
