package org.rectification.ledger;

import java.util.List;
import org.rectification.ledger.TaskRecords.Historical;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskStatus;

/** A row of 历史销号清单. */
record HistoricalLine(RectificationTask task, Historical signOff, String leadDepartment, String minutes, String recordedBy) {

    static final List<Column<HistoricalLine>> COLUMNS = List.of(
            new Column<>("任务编号", 20, line -> line.task.taskNumber()), new Column<>("问题", 6, line -> line.task.problem()), new Column<>("整改任务", 44, line -> line.task.title()),
            new Column<>("责任科室", 18, HistoricalLine::leadDepartment), new Column<>("销号日期", 16, line -> line.signOff.signedOffOn()), new Column<>("审定人（会议）", 32, line -> line.signOff.decidedBy()),
            new Column<>("会议纪要", 36, HistoricalLine::minutes), new Column<>("登记人", 10, HistoricalLine::recordedBy), new Column<>("登记日期", 16, line -> line.signOff.recordedAt().toLocalDate()),
            new Column<>("效力", 14, line -> line.task.status() == TaskStatus.NOT_STARTED ? "下达时生效" : "已生效"));
}
