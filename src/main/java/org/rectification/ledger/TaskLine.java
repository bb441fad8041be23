package org.rectification.ledger;

import java.util.List;
import java.util.function.Function;
import org.rectification.rectification.RectificationTask;

/** A row of 任务清单. */
record TaskLine(RectificationTask task, Fulfilment fulfilment, String leadDepartment, String leadLeader, String measures) {

    static final List<Column<TaskLine>> COLUMNS = List.of(
            new Column<>("任务编号", 20, of(RectificationTask::taskNumber)), new Column<>("问题", 6, of(RectificationTask::problem)),
            new Column<>("整改任务", 50, of(RectificationTask::title)), new Column<>("责任科室", 18, TaskLine::leadDepartment), new Column<>("责任领导", 10, TaskLine::leadLeader),
            new Column<>("整改类型", 11, of(task -> task.kind().label())), new Column<>("阶段", 11, of(task -> task.phase().label())), new Column<>("整改时限", 16, of(RectificationTask::deadline)),
            new Column<>("原定时限", 16, of(RectificationTask::originalDeadline)), new Column<>("延期次数", 10, of(RectificationTask::extensions)),
            new Column<>("当前环节", 14, of(RectificationTask::statusName)), new Column<>("完成情况", 11, TaskLine::fulfilment), new Column<>("报验次数", 10, of(RectificationTask::round)),
            new Column<>("反弹次数", 10, of(RectificationTask::rebounds)), new Column<>("措施完成", 10, TaskLine::measures));

    private static Function<TaskLine, Object> of(Function<RectificationTask, Object> read) {
        return line -> read.apply(line.task);
    }
}
