package org.rectification.supervision;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** 监督建议 of the resident discipline inspection to a department or to the whole party, answered until the answer is accepted. */
@Table(schema = "ledger", name = "supervision_proposal")
public class Proposal {

    private static final String KEY = "-JY-";
    private static final int LONGEST_ANSWER = 4000;
    private static final int LONGEST_OPINION = 2000;

    @Id private String proposalNumber;
    @Version private Long version;
    private String caseNumber;
    private int ordinal;
    private String title;
    private String text;
    private String department;
    private String taskNumber;
    private LocalDate answerDueOn;
    private LocalDate dueOn;
    private ProposalStatus status;
    private boolean begun;
    private String filedBy;
    private LocalDateTime filedAt;
    private String answer;
    private String answeredBy;
    private LocalDateTime answeredAt;
    private int refusals;

    protected Proposal() {}

    /** What it says has been checked. */
    Proposal(String caseNumber, int ordinal, String title, String text, String department, String taskNumber, LocalDate answerDueOn, String by, LocalDateTime at) {
        this.proposalNumber = key(caseNumber, ordinal);
        this.caseNumber = caseNumber;
        this.ordinal = ordinal;
        this.title = title;
        this.text = text;
        this.department = department;
        this.taskNumber = taskNumber;
        this.answerDueOn = answerDueOn;
        this.dueOn = answerDueOn;
        this.status = ProposalStatus.AWAITING_ANSWER;
        this.filedBy = by;
        this.filedAt = at;
    }

    static String key(String caseNumber, int ordinal) {
        return caseNumber + KEY + ordinal;
    }

    void begun() {
        if (begun) throw Refusal.ofRule("监督建议由派驻纪检监察组在案件页面提出，不能手工或重复发起（" + proposalNumber + "）");
        begun = true;
    }

    void requireAwaitingAnswer() {
        require(ProposalStatus.AWAITING_ANSWER, "答复");
    }

    void answered(String by, String answer, LocalDateTime at) {
        requireAwaitingAnswer();
        if (answer == null || answer.isBlank()) throw Refusal.ofRule("请填写对监督建议的答复");
        if (answer.length() > LONGEST_ANSWER) throw Refusal.ofRule("答复最多" + LONGEST_ANSWER + "字，现有" + answer.length() + "字");
        this.answer = answer.strip();
        answeredBy = by;
        answeredAt = at;
        status = ProposalStatus.AWAITING_ACCEPTANCE;
    }

    /** @return the answer as it was judged, which stays */
    ProposalAnswer accepted(String by, String opinion, LocalDateTime at) {
        ProposalAnswer judged = judged(by, true, opinion, at);
        status = ProposalStatus.ACCEPTED;
        return judged;
    }

    /** @param atLeastUntil a new answer takes time, even where the day it was due is near or over */
    ProposalAnswer refused(String by, String opinion, LocalDate atLeastUntil, LocalDateTime at) {
        if (opinion == null || opinion.isBlank()) throw Refusal.ofRule("退回时请填写意见，写明答复还缺什么");
        ProposalAnswer judged = judged(by, false, opinion, at);
        status = ProposalStatus.AWAITING_ANSWER;
        refusals++;
        if (atLeastUntil.isAfter(dueOn)) dueOn = atLeastUntil;
        return judged;
    }

    private ProposalAnswer judged(String by, boolean accepted, String opinion, LocalDateTime at) {
        require(ProposalStatus.AWAITING_ACCEPTANCE, "审核答复");
        if (by.equals(answeredBy)) throw Refusal.ofRule("答复由您填写，须由其他人审核");
        if (opinion != null && opinion.length() > LONGEST_OPINION) throw Refusal.ofRule("意见最多" + LONGEST_OPINION + "字，现有" + opinion.length() + "字");
        ProposalAnswer judged = new ProposalAnswer(proposalNumber, refusals + 1, answer, answeredBy, answeredAt, accepted, opinion == null || opinion.isBlank() ? null : opinion.strip(), by, at);
        answer = null;
        answeredBy = null;
        answeredAt = null;
        return judged;
    }

    private void require(ProposalStatus expected, String deed) {
        if (status != expected) throw Refusal.ofRule("监督建议" + proposalNumber + "当前为“" + status.label() + "”，不能" + deed + "，请刷新后再看");
    }

    /** The addressee, and whoever reads everything; what is addressed to the whole party concerns everybody. */
    public boolean isReadableBy(Person reader) {
        return department == null || reader.readsEverything() || reader.departments().contains(department);
    }

    public String proposalNumber() { return proposalNumber; }
    public String caseNumber() { return caseNumber; }

    /** 1 for the case's first one. */
    public int ordinal() { return ordinal; }
    public String title() { return title; }
    public String text() { return text; }

    /** Null where it is addressed to the whole party. */
    public String department() { return department; }

    /** Null where it is about no single task. */
    public String taskNumber() { return taskNumber; }

    /** What the proposal itself says; {@link #dueOn} may have moved since. */
    public LocalDate answerDueOn() { return answerDueOn; }
    public LocalDate dueOn() { return dueOn; }
    public ProposalStatus status() { return status; }
    public String filedBy() { return filedBy; }
    public LocalDateTime filedAt() { return filedAt; }

    /** Null while none awaits acceptance. */
    public String answer() { return answer; }
    public String answeredBy() { return answeredBy; }
    public LocalDateTime answeredAt() { return answeredAt; }
    public int refusals() { return refusals; }
}
