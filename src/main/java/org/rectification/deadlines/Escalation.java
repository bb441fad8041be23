package org.rectification.deadlines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Optional;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** 逐级督办确认: a step of the ladder, as far as somebody decides whether it takes effect. Its key, LS-12, is what the process uses. */
@Table(schema = "ledger", name = "ladder_step")
public class Escalation {

    private static final String KEY = "LS-";
    private static final int LONGEST_OPINION = 2000;

    @Id private Long id;
    private String caseNumber;
    private String level;
    private String title;
    private String department;
    private String leadLeader;
    private String confirmedBy;
    private String letter;
    private StepStatus status;
    private boolean begun;
    private LocalDate lapsesOn;
    private String decidedBy;
    private LocalDateTime decidedAt;
    private String opinion;
    private String concerned;
    private Integer letterYear;
    private Integer letterNumber;

    protected Escalation() {}

    /** @param confirmedBy group id of those who may confirm it */
    Escalation(String level, String leadLeader, String confirmedBy, LocalDate lapsesOn) {
        this.level = level;
        this.leadLeader = leadLeader;
        this.confirmedBy = confirmedBy;
        this.lapsesOn = lapsesOn;
        this.status = StepStatus.AWAITING;
    }

    static String key(long stepId) {
        return KEY + stepId;
    }

    /** Empty where the key is none of a step's. */
    static Optional<Long> idIn(String key) {
        return key != null && key.matches(KEY + "\\d{1,18}") ? Optional.of(Long.valueOf(key.substring(KEY.length()))) : Optional.empty();
    }

    void begun() {
        if (begun || status != StepStatus.AWAITING) throw Refusal.ofRule("督办确认由系统在时限巡查时发起，不能手工或重复发起");
        begun = true;
    }

    /** @param heads user ids of the department's heads, who are the persons it is counted for */
    void confirmed(String by, String opinion, Collection<String> heads, LocalDateTime at) {
        decided(StepStatus.CONFIRMED, by, opinion, at);
        concerned = String.join(" ", heads);
    }

    void declined(String by, String opinion, LocalDateTime at) {
        if (opinion == null || opinion.isBlank()) throw Refusal.ofRule("不予采纳时请填写意见，写明为什么不采取这一级督办");
        decided(StepStatus.DECLINED, by, opinion, at);
    }

    void lapsed(String reason, LocalDateTime at) {
        requireAwaiting();
        status = StepStatus.LAPSED;
        opinion = reason;
        decidedAt = at;
    }

    private void decided(StepStatus decision, String by, String opinion, LocalDateTime at) {
        requireAwaiting();
        if (by.equals(leadLeader)) throw Refusal.ofRule("您是本任务的责任领导，对本任务的督办须由其他成员确认");
        if (opinion != null && opinion.length() > LONGEST_OPINION) throw Refusal.ofRule("意见最多" + LONGEST_OPINION + "字，现有" + opinion.length() + "字");
        status = decision;
        decidedBy = by;
        decidedAt = at;
        this.opinion = opinion == null || opinion.isBlank() ? null : opinion.strip();
    }

    private void requireAwaiting() {
        if (status != StepStatus.AWAITING) throw Refusal.ofRule("本次督办当前为“" + status.label() + "”，不能再确认，请刷新后再看");
    }

    void numbered(int year, int number) {
        letterYear = year;
        letterNumber = number;
    }

    public Long id() { return id; }
    public String caseNumber() { return caseNumber; }
    public String level() { return level; }
    public String title() { return title; }
    public String department() { return department; }
    /** Null for missing reports. */
    public String leadLeader() { return leadLeader; }
    public String confirmedBy() { return confirmedBy; }
    public String letter() { return letter; }
    public StepStatus status() { return status; }
    public LocalDate lapsesOn() { return lapsesOn; }
    public String decidedBy() { return decidedBy; }
    public String opinion() { return opinion; }
    public String concerned() { return concerned; }
}
