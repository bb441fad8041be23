package org.rectification.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.rectification.Problem;
import org.rectification.rectification.RectificationTask;

/** A row of the official ledger in people's words: a task beneath its problem. {@code task} and all of its texts are null where a problem has none. */
record LedgerLine(Problem problem, RectificationTask task, Fulfilment fulfilment, String leadDepartment, String leadLeader, String supporting, String measures, String responsible,
                  String progress, String hindrance, String nextStep, String evidence, String extensions, String check, String signature, String lookBack) {

    /** How many columns on the left are the problem's own; the tasks beneath it share them. */
    static final int OF_PROBLEM = 3;

    static final String KIND = "整改类型";
    static final String PHASE = "阶段";
    static final String FULFILMENT = "完成情况";

    /** As people know them from their own ledgers. */
    static final List<Column<LedgerLine>> COLUMNS = List.of(
            new Column<>("序号", 5, line -> line.problem.number()),
            new Column<>("方面", 12, line -> line.problem.aspect()),
            new Column<>("反馈问题", 36, line -> problemCell(line.problem)),
            new Column<>("整改目标", 14, ofTask(RectificationTask::goal)),
            new Column<>("整改任务", 24, ofTask(RectificationTask::title)),
            new Column<>("整改措施", 40, LedgerLine::measures),
            new Column<>("措施类型", 8, ofTask(RectificationTask::measureType)),
            new Column<>("牵头领导", 8, ofTask(RectificationTask::headLeader)),
            new Column<>("责任领导", 8, LedgerLine::leadLeader),
            new Column<>("责任科室", 12, LedgerLine::leadDepartment),
            new Column<>("配合科室", 12, LedgerLine::supporting),
            new Column<>("责任人", 9, LedgerLine::responsible),
            new Column<>(KIND, 9, ofTask(task -> task.kind().label())),
            new Column<>(PHASE, 9, ofTask(task -> task.phase().label())),
            new Column<>("整改时限", 15, ofTask(RectificationTask::deadline)),
            new Column<>("销号标准", 24, ofTask(RectificationTask::signOffStandard)),
            new Column<>("进展成效", 44, LedgerLine::progress),
            new Column<>(FULFILMENT, 9, LedgerLine::fulfilment),
            new Column<>("未完成原因", 18, LedgerLine::hindrance),
            new Column<>("下一步措施", 18, LedgerLine::nextStep),
            new Column<>("佐证材料", 20, LedgerLine::evidence),
            new Column<>("延期记录", 20, LedgerLine::extensions),
            new Column<>("核查意见", 24, LedgerLine::check),
            new Column<>("销号日期及签字", 15, LedgerLine::signature),
            new Column<>("回头看结果", 14, LedgerLine::lookBack),
            new Column<>("任务编号", 17, ofTask(RectificationTask::taskNumber)));

    private static final Map<LedgerField, Function<LedgerLine, Object>> BY_FIELD = COLUMNS.stream().collect(Collectors.toMap(column -> LedgerField.named(column.heading()).orElseThrow(), Column::value));

    /** What the cell of this field says, as {@link Typed#text} reads it back; empty where it says nothing. */
    String text(LedgerField field) {
        Object value = BY_FIELD.get(field).apply(this);
        if (value instanceof Fulfilment shown) return shown.label();
        return value == null ? "" : Typed.text(value instanceof String text ? CellText.of(text) : value.toString());
    }

    static String problemCell(Problem problem) {
        return problem.title() + "\n" + problem.text();
    }

    static LedgerLine withoutTask(Problem problem) {
        return new LedgerLine(problem, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static Function<LedgerLine, Object> ofTask(Function<RectificationTask, Object> read) {
        return line -> line.task == null ? null : read.apply(line.task);
    }
}
