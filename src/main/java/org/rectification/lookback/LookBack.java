package org.rectification.lookback;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** 回头看 at one sign-off of one task: whether what was put right has held. */
@Table(schema = "ledger", name = "look_back")
public class LookBack {

    private static final int LONGEST_OPINION = 2000;

    @Id private String lookBackKey;
    @Version private Long version;
    private String caseNumber;
    private int draw;
    private String taskNumber;
    private int round;
    private LookBackStatus status;
    private boolean begun;
    private String decidedBy;
    private LocalDateTime decidedAt;
    private String opinion;
    private LocalDate newDeadline;

    protected LookBack() {}

    LookBack(String caseNumber, int draw, String taskNumber, int round) {
        this.lookBackKey = key(taskNumber, round);
        this.caseNumber = caseNumber;
        this.draw = draw;
        this.taskNumber = taskNumber;
        this.round = round;
        this.status = LookBackStatus.AWAITED;
    }

    static String key(String taskNumber, int round) {
        return taskNumber + ":H" + round;
    }

    void begun() {
        if (begun) throw Refusal.ofRule("回头看由系统抽取后发起，不能手工或重复发起（" + taskNumber + "）");
        begun = true;
    }

    /**
     * @param opinion     what was found; may be left out where the result has held
     * @param newDeadline as typed, an ISO date; only asked for where the task rebounded
     */
    void decided(String by, boolean held, String opinion, String newDeadline, LocalDateTime at) {
        requireAwaited();
        Flaws flaws = new Flaws();
        String found = held ? flaws.optionalText("opinion", "回头看意见", opinion, LONGEST_OPINION) : flaws.text("opinion", "反弹情况", opinion, LONGEST_OPINION);
        LocalDate deadline = held ? null : flaws.date("newDeadline", "重新整改的时限", newDeadline);
        if (deadline != null && !deadline.isAfter(at.toLocalDate())) flaws.add("newDeadline", "重新整改的时限须晚于今天");
        flaws.refuseInput();
        status = held ? LookBackStatus.HELD : LookBackStatus.REBOUNDED;
        decidedBy = by;
        decidedAt = at;
        this.opinion = found;
        this.newDeadline = deadline;
    }

    void requireAwaited() {
        if (status != LookBackStatus.AWAITED) throw Refusal.ofRule("任务" + taskNumber + "的回头看已有结论“" + status.label() + "”，请刷新后再看");
    }

    public String lookBackKey() { return lookBackKey; }
    public String caseNumber() { return caseNumber; }

    /** 1 for the case's first draw. */
    public int draw() { return draw; }
    public String taskNumber() { return taskNumber; }

    /** The one whose sign-off is looked back at. */
    public int round() { return round; }
    public LookBackStatus status() { return status; }
    public boolean isBegun() { return begun; }
    public String decidedBy() { return decidedBy; }
    public LocalDateTime decidedAt() { return decidedAt; }
    public String opinion() { return opinion; }

    /** Null unless it rebounded. */
    public LocalDate newDeadline() { return newDeadline; }
}
