package org.rectification.supervision;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** 督导检查: the supervision team looks into departments on a day and sums up when all of them are through. */
@Table(schema = "ledger", name = "campaign")
public class Campaign {

    private static final String KEY = "-DC-";
    private static final int LONGEST_SUMMARY = 4000;

    @Id private String campaignNumber;
    @Version private Long version;
    private String caseNumber;
    private int ordinal;
    private String title;
    private LocalDate checkOn;
    private String problems;
    private String note;
    private boolean begun;
    private String openedBy;
    private LocalDateTime openedAt;
    private String summary;
    private String summarisedBy;
    private LocalDateTime summarisedAt;

    protected Campaign() {}

    /** What it is to look into has been checked. */
    Campaign(String caseNumber, int ordinal, String title, LocalDate checkOn, Collection<Integer> problems, String note, String by, LocalDateTime at) {
        this.campaignNumber = key(caseNumber, ordinal);
        this.caseNumber = caseNumber;
        this.ordinal = ordinal;
        this.title = title;
        this.checkOn = checkOn;
        this.problems = problems.isEmpty() ? null : problems.stream().map(String::valueOf).collect(Collectors.joining(" "));
        this.note = note;
        this.openedBy = by;
        this.openedAt = at;
    }

    static String key(String caseNumber, int ordinal) {
        return caseNumber + KEY + ordinal;
    }

    void begun() {
        if (begun) throw Refusal.ofRule("督导检查由督导检查组在案件页面发起，不能手工或重复发起（" + campaignNumber + "）");
        begun = true;
    }

    /** @param open departments that are not through yet */
    void summarised(String by, String summary, long open, LocalDateTime at) {
        if (isClosed()) throw Refusal.ofRule("督导检查" + campaignNumber + "已办结，请刷新后再看");
        if (open > 0) throw Refusal.ofRule("督导检查" + campaignNumber + "还有" + open + "个科室没有查完，查完后才能汇总");
        if (summary == null || summary.isBlank()) throw Refusal.ofRule("请填写督导情况");
        if (summary.length() > LONGEST_SUMMARY) throw Refusal.ofRule("督导情况最多" + LONGEST_SUMMARY + "字，现有" + summary.length() + "字");
        this.summary = summary.strip();
        summarisedBy = by;
        summarisedAt = at;
    }

    public boolean isClosed() {
        return summarisedAt != null;
    }

    public String campaignNumber() { return campaignNumber; }
    public String caseNumber() { return caseNumber; }

    /** 1 for the case's first one. */
    public int ordinal() { return ordinal; }
    public String title() { return title; }

    /** Where it is shown, as a path within this application. */
    public String page() {
        return "/cases/" + caseNumber + "/campaigns/" + ordinal;
    }

    public LocalDate checkOn() { return checkOn; }

    /** Numbers of the problems that were picked; empty where departments were. */
    public List<Integer> problems() {
        return problems == null ? List.of() : Stream.of(problems.split(" ")).map(Integer::valueOf).toList();
    }
    public String note() { return note; }
    public String openedBy() { return openedBy; }
    public LocalDateTime openedAt() { return openedAt; }
    public String summary() { return summary; }
    public String summarisedBy() { return summarisedBy; }
    public LocalDateTime summarisedAt() { return summarisedAt; }
}
