package org.rectification.reporting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** 半月报告: what one department reports on all its tasks for one period. Its key, case:period:department, is what people and processes use. */
@Table(schema = "ledger", name = "progress_report")
public class ProgressReport {

    @Id private String reportKey;
    @Version private Long version;
    private String caseNumber;
    private String period;
    private String department;
    private LocalDate dueOn;
    private ReportStatus status;
    private String submittedBy;
    private LocalDateTime firstSubmittedAt;
    private LocalDateTime submittedAt;
    private String reviewedBy;
    private LocalDateTime reviewedAt;
    private String opinion;
    private int returns;
    private boolean begun;

    protected ProgressReport() {}

    ProgressReport(String caseNumber, String period, String department, LocalDate dueOn) {
        this.reportKey = key(caseNumber, period, department);
        this.caseNumber = caseNumber;
        this.period = period;
        this.department = department;
        this.dueOn = dueOn;
        this.status = ReportStatus.OPEN;
    }

    static String key(String caseNumber, String period, String department) {
        return caseNumber + ":" + period + ":" + department;
    }

    void begun() {
        if (begun) throw Refusal.ofRule("半月报告由系统在报告期结束后发起，不能手工或重复发起（" + reportKey + "）");
        begun = true;
    }

    void submitted(String by, LocalDateTime at) {
        requireOpen();
        status = ReportStatus.SUBMITTED;
        submittedBy = by;
        submittedAt = at;
        if (firstSubmittedAt == null) firstSubmittedAt = at;
    }

    /** A returned report is open again; that it was on time stays as it was. */
    void reviewed(String by, boolean accepted, String opinion, LocalDateTime at) {
        if (status != ReportStatus.SUBMITTED) throw Refusal.ofRule("报告当前为“" + status.label() + "”，不能审核，请刷新后再看");
        if (!accepted && (opinion == null || opinion.isBlank())) throw Refusal.ofRule("退回时请填写退回意见，让填报人知道要改什么");
        if (opinion != null && opinion.length() > 2000) throw Refusal.ofRule("意见最多2000字，现有" + opinion.length() + "字");
        if (by.equals(submittedBy)) throw Refusal.ofRule("这份报告由您填报，须由整改办其他人审核");
        status = accepted ? ReportStatus.ACCEPTED : ReportStatus.OPEN;
        if (!accepted) returns++;
        reviewedBy = by;
        reviewedAt = at;
        this.opinion = opinion == null || opinion.isBlank() ? null : opinion.strip();
    }

    void requireOpen() {
        if (status != ReportStatus.OPEN) throw Refusal.ofRule("报告当前为“" + status.label() + "”，不能再修改，请刷新后再看");
    }

    public Standing standing(LocalDate today) {
        return Standing.of(firstSubmittedAt, dueOn, today);
    }

    public String reportKey() { return reportKey; }
    public String caseNumber() { return caseNumber; }
    public String period() { return period; }
    public String department() { return department; }
    public LocalDate dueOn() { return dueOn; }
    public ReportStatus status() { return status; }
    public String submittedBy() { return submittedBy; }
    public LocalDateTime submittedAt() { return submittedAt; }
    public String reviewedBy() { return reviewedBy; }
    public LocalDateTime reviewedAt() { return reviewedAt; }
    public String opinion() { return opinion; }
    public int returns() { return returns; }
}
