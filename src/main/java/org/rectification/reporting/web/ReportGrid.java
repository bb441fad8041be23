package org.rectification.reporting.web;

import java.util.List;
import java.util.stream.IntStream;
import org.rectification.reporting.Overview;
import org.rectification.reporting.Overview.Cell;
import org.rectification.reporting.Overview.Tally;
import org.rectification.reporting.Period;

/**
 * The overview as a page shows it.
 *
 * @param older how many earlier periods are left out
 */
public record ReportGrid(List<Column> columns, List<Row> rows, int older) {

    private static final int MOST_NAMES = 10;

    public record Column(Period period, Tally tally) {

        /** 应报9，已报7（其中补报1），未报2：某科、某科 */
        public String summary() {
            StringBuilder text = new StringBuilder("应报" + tally.owed() + "，已报" + tally.filed());
            if (tally.late() > 0) text.append("（其中补报").append(tally.late()).append("）");
            if (tally.inReview() > 0) text.append("，待审").append(tally.inReview());
            append(text, "未报", tally.missing());
            append(text, "待报", tally.awaited());
            append(text, "退回修改", tally.returned());
            return text.toString();
        }

        private static void append(StringBuilder text, String word, List<String> names) {
            if (names.isEmpty()) return;
            text.append("，").append(word).append(names.size()).append("：").append(String.join("、", names.subList(0, Math.min(MOST_NAMES, names.size()))));
            if (names.size() > MOST_NAMES) text.append("等");
        }
    }

    public record Row(String department, String name, List<Field> fields) {}

    /**
     * @param href from the page of all reports to this one
     * @param mark null where no report was owed
     */
    public record Field(String href, Mark mark, String hover, int returns) {}

    /** Whether somebody owed nothing in one of the periods. */
    public boolean gaps() {
        return rows.stream().flatMap(row -> row.fields().stream()).anyMatch(field -> field.mark() == null);
    }

    public static ReportGrid of(Overview overview, List<Period> periods, int newest, boolean owingOnly) {
        int shown = Math.min(newest, periods.size());
        List<Column> columns = IntStream.range(0, shown).mapToObj(at -> new Column(periods.get(at), overview.tally(at))).toList();
        List<Row> rows = overview.departments().stream().filter(row -> !owingOnly || row.owes(shown))
                .map(row -> new Row(row.department(), row.name(), IntStream.range(0, shown).mapToObj(at -> field(row, at, periods.get(at))).toList())).toList();
        return new ReportGrid(columns, rows, periods.size() - shown);
    }

    private static Field field(Overview.Row row, int at, Period period) {
        Cell cell = row.reports().get(at);
        if (cell == null) return new Field(null, null, row.name() + "本期没有应报的任务", 0);
        Mark mark = Mark.of(cell);
        String hover = row.name() + "，" + period.label() + "：" + mark.label() + "。截止" + cell.dueOn() + (cell.returns() > 0 ? "，退回" + cell.returns() + "次" : "");
        return new Field("reports/" + period.key() + "/" + row.department(), mark, hover, cell.returns());
    }
}
