package org.rectification.archive;

import java.time.LocalDateTime;
import java.util.List;
import org.rectification.organization.Person;
import org.rectification.rectification.Problem;
import org.rectification.rectification.RectificationCase;
import org.rectification.rectification.TaskStatus;

/**
 * 一问题一档 in full: what is on file about each task of a problem.
 *
 * @param tasks those that its maker may read, in the order of the ledger, each with its files in a folder of its own; what was filed for several of them is there once
 */
public record ProblemArchive(RectificationCase ofCase, Problem problem, List<TaskArchive> tasks, Person maker, LocalDateTime madeAt) {

    public String standing() {
        return standing(tasks.stream().map(task -> task.file().row().status()).toList());
    }

    /** 2项，已销号1项: what was withdrawn, merged or split is on file but not counted. */
    static String standing(List<TaskStatus> tasks) {
        if (tasks.isEmpty()) return "还没有分解任务";
        long withdrawn = tasks.stream().filter(status -> status == TaskStatus.WITHDRAWN).count();
        return tasks.size() - withdrawn + "项，已销号" + tasks.stream().filter(status -> status == TaskStatus.SIGNED_OFF).count() + "项" + (withdrawn == 0 ? "" : "；另有已撤销、合并或拆分的" + withdrawn + "项");
    }

    public Folder folder(byte[] index) {
        return new Folder(ofCase.caseNumber(), problem.number(), null, maker, madeAt, index, tasks.stream().flatMap(task -> task.files().stream()).distinct().toList());
    }
}
