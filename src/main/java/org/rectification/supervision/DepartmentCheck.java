package org.rectification.supervision;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One department in a campaign: 现场检查, then 整改检查问题 and 复查 until what was found is put right. Whoever wrote a correction does not recheck it. */
@Table(schema = "ledger", name = "department_check")
public class DepartmentCheck {

    static final int MOST_CORRECTION_DAYS = 60;
    private static final int LONGEST_OPINION = 2000;

    @Id private String checkKey;
    @Version private Long version;
    private String campaignNumber;
    private String department;
    private CheckStatus status;
    private boolean begun;
    private String checkedBy;
    private LocalDateTime checkedAt;
    private Integer correctionDays;
    private LocalDate correctionDueOn;
    private String correctedBy;
    private LocalDateTime correctedAt;
    private int returns;
    private String callOffReason;
    private String calledOffBy;
    private LocalDateTime calledOffAt;

    protected DepartmentCheck() {}

    DepartmentCheck(String campaignNumber, String department) {
        this.checkKey = key(campaignNumber, department);
        this.campaignNumber = campaignNumber;
        this.department = department;
        this.status = CheckStatus.RECORDING;
    }

    static String key(String campaignNumber, String department) {
        return campaignNumber + ":" + department;
    }

    void begun() {
        if (begun) throw Refusal.ofRule("科室检查随督导检查一并下达，不能手工或重复发起（" + checkKey + "）");
        begun = true;
    }

    void requireRecording() {
        require(CheckStatus.RECORDING, "再记录或修改检查发现的问题");
    }

    void requireCorrecting() {
        require(CheckStatus.CORRECTING, "填写整改情况");
    }

    void nothingFound(String by, LocalDateTime at) {
        require(CheckStatus.RECORDING, "提交现场检查情况");
        status = CheckStatus.CLEAR;
        checkedBy = by;
        checkedAt = at;
    }

    /** Nobody has been there yet; what was found stays and is put right. */
    void calledOff(String by, String reason, LocalDateTime at) {
        require(CheckStatus.RECORDING, "取消");
        status = CheckStatus.CALLED_OFF;
        callOffReason = reason;
        calledOffBy = by;
        calledOffAt = at;
    }

    /** @param days working days that the department has, up to {@code dueOn}; as many again after every return */
    void found(String by, int days, LocalDate dueOn, LocalDateTime at) {
        require(CheckStatus.RECORDING, "提交现场检查情况");
        status = CheckStatus.CORRECTING;
        checkedBy = by;
        checkedAt = at;
        correctionDays = days;
        correctionDueOn = dueOn;
    }

    void corrected(String by, LocalDateTime at) {
        require(CheckStatus.CORRECTING, "提交整改情况");
        status = CheckStatus.RECHECKING;
        correctedBy = by;
        correctedAt = at;
    }

    /** @param correctors everybody who had a hand in the correction */
    void passed(String by, Set<String> correctors, String opinion) {
        requireRecheckBy(by, correctors, opinion);
        status = CheckStatus.CORRECTED;
    }

    void returned(String by, Set<String> correctors, String opinion, LocalDate dueOn) {
        requireRecheckBy(by, correctors, opinion);
        if (opinion == null || opinion.isBlank()) throw Refusal.ofRule("退回时请填写意见，写明哪些问题没有整改到位");
        status = CheckStatus.CORRECTING;
        correctionDueOn = dueOn;
        returns++;
    }

    private void requireRecheckBy(String by, Set<String> correctors, String opinion) {
        require(CheckStatus.RECHECKING, "复查");
        if (by.equals(correctedBy) || correctors.contains(by)) throw Refusal.ofRule("整改情况由您填写，须由其他人复查");
        if (opinion != null && opinion.length() > LONGEST_OPINION) throw Refusal.ofRule("意见最多" + LONGEST_OPINION + "字，现有" + opinion.length() + "字");
    }

    private void require(CheckStatus expected, String deed) {
        if (status != expected) throw Refusal.ofRule("本科室的检查当前为“" + status.label() + "”，不能" + deed + "，请刷新后再看（" + checkKey + "）");
    }

    public String checkKey() { return checkKey; }
    public String campaignNumber() { return campaignNumber; }
    public String department() { return department; }
    public CheckStatus status() { return status; }
    public String checkedBy() { return checkedBy; }
    public LocalDateTime checkedAt() { return checkedAt; }
    public Integer correctionDays() { return correctionDays; }

    /** Null until something was found. */
    public LocalDate correctionDueOn() { return correctionDueOn; }
    public String correctedBy() { return correctedBy; }
    public LocalDateTime correctedAt() { return correctedAt; }
    public int returns() { return returns; }

    /** Null, as are {@code calledOffBy} and {@code calledOffAt}, unless it was called off. */
    public String callOffReason() { return callOffReason; }
    public String calledOffBy() { return calledOffBy; }
    public LocalDateTime calledOffAt() { return calledOffAt; }
}
