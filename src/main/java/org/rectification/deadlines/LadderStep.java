package org.rectification.deadlines;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.organization.Person;

/**
 * 逐级督办: a rung that a task, or a department's missing reports, came to.
 *
 * @param id        null for what the watch would record
 * @param subject    the task's number, or caseNumber:department for missing reports
 * @param leadLeader user id, null for missing reports
 * @param title      the task's, or the department's name
 * @param round      of 报验, 0 for missing reports
 * @param deadline   the one that is near or over; for reports the day on which the last missing one was due
 * @param daysLeft   working days, negative once it is over; 0 for reports
 * @param missed     reports missing in a row, 0 for tasks
 * @param rebounds   which rebound it was the first step to follow, 0 for any other
 */
public record LadderStep(Long id, String caseNumber, String subject, String department, String leadLeader, String title, int round, LocalDate deadline,
                         int daysLeft, int missed, int rebounds, Rung rung, LocalDate takenOn, Effect effect) {

    LadderStep with(Effect other) {
        return new LadderStep(id, caseNumber, subject, department, leadLeader, title, round, deadline, daysLeft, missed, rebounds, rung, takenOn, other);
    }

    /** Whoever supervises the whole reads every step, the department and the lead leader only what took effect. */
    public boolean isReadableBy(Person reader) {
        return reader.readsEverything() || effect.status().isInEffect() && (reader.departments().contains(department) || reader.answersFor(leadLeader));
    }

    /** Whether there is a letter to be had now. */
    public boolean hasLetter() {
        return effect.letterNumber() != null;
    }

    /** 督办〔2026〕3号, null where there is no letter. */
    public String letterNumber() {
        return hasLetter() ? LetterKind.of(rung.letter()).number(effect.letterYear(), effect.letterNumber()) : null;
    }

    /** The day from which it counts. */
    public LocalDate effectiveOn() {
        return effect.decidedAt() == null ? takenOn : effect.decidedAt().toLocalDate();
    }

    public boolean isOfTask() {
        return missed == 0;
    }

    /** 还有3个工作日到期, 已超期12个工作日, 第2次反弹，还有3个工作日到期, 连续2期未报. */
    public String situation() {
        if (!isOfTask()) return "连续" + missed + "期未报半月报告";
        return (rebounds > 0 ? "第" + rebounds + "次反弹，" : "") + time();
    }

    private String time() {
        if (daysLeft < 0) return "已超期" + -daysLeft + "个工作日";
        return daysLeft == 0 ? "当天到期" : "还有" + daysLeft + "个工作日到期";
    }

    /** 经办人、科室负责人. */
    public String told() {
        return rung.recipients().stream().sorted().map(Recipient::label).collect(Collectors.joining("、"));
    }

    static Set<Recipient> read(String recipients) {
        return Stream.of(recipients.split("、")).map(Recipient::of).collect(Collectors.toSet());
    }
}
