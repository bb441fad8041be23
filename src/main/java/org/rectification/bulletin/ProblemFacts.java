package org.rectification.bulletin;

import java.time.LocalDate;
import org.rectification.document.OfficialDocument;
import org.rectification.rectification.Completion;

/**
 * Where a problem stood when the figures were taken.
 *
 * @param aspect        place of its aspect in the bulletin, from 1
 * @param tasks         without withdrawn ones
 * @param deadline      the latest of its open tasks; null where it is done or nothing is due
 * @param firstDeadline what that task had to keep at first
 * @param extensions    of its open tasks
 * @param blocked       whether an open task is 客观受阻
 * @param reboundTasks  open tasks that a look-back brought back
 * @param toldAsDone    an earlier bulletin told that it is done, and it still is
 */
public record ProblemFacts(int number, int aspect, boolean done, boolean sustained, Completion tasks, LocalDate deadline, LocalDate firstDeadline, int extensions,
                           boolean blocked, int reboundTasks, boolean toldAsDone) {

    /** Without what was told of it before. */
    ProblemFacts standing() {
        return new ProblemFacts(number, aspect, done, sustained, tasks, deadline, firstDeadline, extensions, blocked, reboundTasks, false);
    }

    /** Its time is up; that of a blocked one stands still. */
    boolean isLate(LocalDate on) {
        return !done && !blocked && deadline != null && deadline.isBefore(on);
    }

    /** As people say it; there is no 基本完成. */
    public String status() {
        if (done) return sustained ? "已完成并长期坚持" : "已完成";
        StringBuilder status = new StringBuilder("未完成");
        if (tasks.total() > 1) status.append("（").append(tasks.total()).append("项任务已销号").append(tasks.done()).append("项）");
        if (blocked) status.append("，客观受阻");
        if (reboundTasks > 0) status.append("，回头看发现反弹，重新整改");
        if (deadline != null) status.append("，时限").append(OfficialDocument.day(deadline)).append(history());
        return status.toString();
    }

    private String history() {
        if (firstDeadline == null || firstDeadline.equals(deadline)) return "";
        return "（原定" + OfficialDocument.day(firstDeadline) + (extensions > 0 ? "，延期" + extensions + "次" : "") + "）";
    }
}
