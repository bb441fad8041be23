package org.rectification.feedback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The problems of a document's tables whose first rows say what the columns hold.
 *
 * @param rows   indices of all rows beneath such headings, and of these
 * @param totals indices of rows, in any table, that only count
 */
record ProblemTable(List<ProposedProblem> problems, Set<Integer> rows, Set<Integer> totals, List<ColumnsRead> columnsRead) {

    /** What a column may hold, by the words common for it; the first that fits counts, so that 问题整改情况 is progress and 问题类别 an aspect. */
    private enum Column {
        ASPECT("方面|类别|类型|分类|领域", "所属方面"),
        RESPONSIBLE("责任|牵头|配合|时限|期限|日期|时间|备注|序号|编号", null),
        PROGRESS("进展|进度|成效|(?:整改|完成|落实)(?:落实|完成)?(?:情况|结果|状态)", "已有进度"),
        MEASURES("措施|举措", "原文中的措施"),
        TEXT("内容|表述|描述|表现|详", "问题表述"),
        TITLE("问题|标题|名称|事项", "问题标题");

        private final Pattern words;
        private final String readAs;

        /** @param readAs null where it is not read */
        Column(String words, String readAs) {
            this.words = Pattern.compile(words);
            this.readAs = readAs;
        }
    }

    private static final int LONGEST_WORDING = 15;
    private static final int LONGEST_TITLE = 60;
    private static final Pattern ONLY_A_NUMBER = Pattern.compile("[\\d.．、（）()\\s]*");
    private static final Pattern TOTAL = Pattern.compile("合计|总计|小计|共计");
    private static final Pattern COUNTS = Pattern.compile("(?:问题)?(?:序号|编号)|序");

    /** What the only column of a table may be called; a title above a table has no such name. */
    private static final Pattern ALONE = Pattern.compile("(?:巡[察视])?(?:反馈|存在|具体|主要)?的?问题(?:标题|名称|内容|描述|表述)?");

    static ProblemTable of(List<Paragraph> paragraphs) {
        List<ProposedProblem> problems = new ArrayList<>();
        Set<Integer> rows = new LinkedHashSet<>();
        Set<Integer> totals = new LinkedHashSet<>();
        List<ColumnsRead> columnsRead = new ArrayList<>();
        Map<Column, Integer> columns = Map.of();
        List<String> above = List.of();
        List<String> headings = List.of();
        Set<Integer> filled = new TreeSet<>();
        String aspect = null;
        int first = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            List<String> cells = paragraphs.get(i).cells();
            if (cells.isEmpty()) {
                columnsRead.addAll(columnsRead(columns, headings, filled));
                columns = Map.of();
                above = List.of();
                continue;
            }
            if (isTotal(cells, headings)) {
                totals.add(i);
                rows.add(i);
                continue;
            }
            Map<Column, Integer> named = columns(cells, above, !columns.isEmpty());
            if (!named.isEmpty()) {
                columnsRead.addAll(columnsRead(columns, headings, filled));
                columns = named;
                above = together(cells, above);
                headings = above;
                aspect = null;
                first = problems.size();
                rows.add(i);
            } else if (!columns.isEmpty()) {
                above = List.of();
                IntStream.range(0, cells.size()).filter(at -> !cells.get(at).isBlank()).forEach(filled::add);
                aspect = cell(cells, columns.get(Column.ASPECT)).orElse(aspect);
                rows.add(i);
                if (problems.size() > first && goesOn(cells, columns, headings)) problems.add(continued(problems.remove(problems.size() - 1), cells, columns, headings, i));
                else problem(cells, columns, aspect, i).ifPresent(problems::add);
            }
        }
        columnsRead.addAll(columnsRead(columns, headings, filled));
        return new ProblemTable(problems, rows, totals, columnsRead.stream().distinct().toList());
    }

    /** 合计 first in its row, or where the rows are counted. */
    private static boolean isTotal(List<String> cells, List<String> headings) {
        int first = IntStream.range(0, cells.size()).filter(at -> !cells.get(at).isBlank()).findFirst().orElse(cells.size());
        return IntStream.concat(IntStream.of(first), counts(headings).mapToInt(Integer::intValue)).filter(at -> at < cells.size())
                .anyMatch(at -> TOTAL.matcher(cells.get(at).replaceAll("[\\s\u3000]", "")).matches());
    }

    /** None where nothing stood beneath the headings; {@code filled} is empty for the next table then. */
    private static List<ColumnsRead> columnsRead(Map<Column, Integer> columns, List<String> headings, Set<Integer> filled) {
        Map<String, String> read = new LinkedHashMap<>();
        Set<String> unread = new LinkedHashSet<>();
        for (int at : filled) {
            String heading = at < headings.size() ? headings.get(at).replaceAll("\\s", "") : "";
            Column column = column(heading);
            if (column != null && column.readAs != null && columns.get(column) == at) read.put(heading, column.readAs);
            else if (!COUNTS.matcher(heading).matches()) unread.add(heading.isEmpty() ? "第" + (at + 1) + "列（没有列名）" : heading);
        }
        filled.clear();
        return read.isEmpty() ? List.of() : List.of(new ColumnsRead(read, List.copyOf(unread)));
    }

    /** A row that no heading explains: its first words are the title, all of it the text. */
    static ProposedProblem flat(List<String> cells, int row) {
        List<String> said = cells.stream().filter(cell -> !ONLY_A_NUMBER.matcher(cell).matches()).toList();
        String text = String.join("\n", said.isEmpty() ? cells.stream().filter(cell -> !cell.isBlank()).toList() : said);
        return new ProposedProblem(0, null, null, Heading.of(text.lines().findFirst().orElse("")).title(), text, null, Told.of(text, false, false, false).doubt(), List.of(), List.of(row));
    }

    /**
     * What a row names the columns, empty where it names none.
     *
     * @param above the heading that the row stands directly beneath, of which it names only some columns more closely; empty where there is none
     * @param named rows beneath a heading are another one only where every cell is such a name
     */
    private static Map<Column, Integer> columns(List<String> cells, List<String> above, boolean named) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<String> together = together(cells, above);
        List<String> filled = IntStream.range(0, cells.size()).filter(at -> at >= above.size() || !cells.get(at).equals(above.get(at))).mapToObj(at -> cells.get(at).replaceAll("\\s", "")).filter(cell -> !cell.isEmpty()).toList();
        if (filled.stream().anyMatch(cell -> cell.length() > LONGEST_WORDING || ONLY_A_NUMBER.matcher(cell).matches())) return Map.of();
        if (filled.size() < 2 && !filled.stream().allMatch(cell -> ALONE.matcher(cell).matches())) return Map.of();
        for (int i = 0; i < together.size(); i++) {
            Column column = column(together.get(i));
            if (column != null) columns.putIfAbsent(column, i);
        }
        long known = filled.stream().filter(cell -> column(cell) != null).count();
        boolean told = columns.containsKey(Column.TITLE) || columns.containsKey(Column.TEXT);
        return told && known >= (named ? filled.size() : Math.min(2, filled.size())) ? columns : Map.of();
    }

    /** What the columns are called where cells of the heading reach down over both rows. */
    private static List<String> together(List<String> cells, List<String> above) {
        return IntStream.range(0, Math.max(cells.size(), above.size())).mapToObj(at -> at < cells.size() && !cells.get(at).isBlank() || at >= above.size() ? cells.get(at) : above.get(at)).toList();
    }

    private static Column column(String cell) {
        String wording = cell.replaceAll("\\s", "");
        return Arrays.stream(Column.values()).filter(each -> each.words.matcher(wording).find()).findFirst().orElse(null);
    }

    private static Optional<ProposedProblem> problem(List<String> cells, Map<Column, Integer> columns, String aspect, int row) {
        Optional<String> title = cell(cells, columns.get(Column.TITLE));
        Optional<String> text = cell(cells, columns.get(Column.TEXT));
        String stated = title.or(() -> text).orElse(null);
        if (stated == null) return Optional.empty();
        String unnumbered = Paragraph.of(stated.replaceAll("\\s*\\R\\s*", " ")).text();
        String heading = unnumbered.length() <= LONGEST_TITLE && title.isPresent() ? Heading.above(unnumbered).title() : Heading.of(unnumbered).title();
        Doubt doubt = columns.containsKey(Column.PROGRESS) ? null : Told.of(text.orElse(stated), false, false, false).doubt();
        return Optional.of(new ProposedProblem(0, aspect, null, heading, text.orElse(stated), cell(cells, columns.get(Column.PROGRESS)).orElse(null), doubt, measures(cells, columns), List.of(row)));
    }

    /** The row's number and title are those of the row above it, as where cells are merged. */
    private static boolean goesOn(List<String> cells, Map<Column, Integer> columns, List<String> headings) {
        boolean untitled = columns.containsKey(Column.TITLE) && cell(cells, columns.get(Column.TITLE)).isEmpty();
        return untitled && counts(headings).allMatch(at -> cell(cells, at).isEmpty()) && Stream.of(Column.TEXT, Column.PROGRESS, Column.MEASURES).anyMatch(each -> cell(cells, columns.get(each)).isPresent());
    }

    private static ProposedProblem continued(ProposedProblem above, List<String> cells, Map<Column, Integer> columns, List<String> headings, int row) {
        List<String> measures = new ArrayList<>(above.measures());
        measures.addAll(measures(cells, columns));
        List<Integer> sources = new ArrayList<>(above.sources());
        sources.add(row);
        Optional<String> text = cell(cells, columns.get(Column.TEXT));
        String progress = Stream.concat(Stream.ofNullable(above.progress()), cell(cells, columns.get(Column.PROGRESS)).stream()).collect(Collectors.joining("\n"));
        Doubt doubt = above.doubt() == null && text.isPresent() && counts(headings).findAny().isEmpty() ? Doubt.PERHAPS_SEVERAL : above.doubt();
        return new ProposedProblem(0, above.aspect(), above.item(), above.title(), text.map(said -> above.text() + "\n" + said).orElse(above.text()), progress.isEmpty() ? null : progress, doubt, List.copyOf(measures), List.copyOf(sources));
    }

    /** Where the rows are counted. */
    private static Stream<Integer> counts(List<String> headings) {
        return IntStream.range(0, headings.size()).filter(at -> COUNTS.matcher(headings.get(at).replaceAll("\\s", "")).matches()).boxed();
    }

    private static List<String> measures(List<String> cells, Map<Column, Integer> columns) {
        return cell(cells, columns.get(Column.MEASURES)).map(said -> said.lines().flatMap(line -> Passage.numbered(line.strip()).stream()).map(line -> Paragraph.of(line).text()).filter(line -> !line.isBlank()).toList()).orElse(List.of());
    }

    /** @param column null where the table has none such */
    private static Optional<String> cell(List<String> cells, Integer column) {
        return Optional.ofNullable(column).filter(at -> at < cells.size()).map(cells::get).map(String::strip).filter(said -> !said.isEmpty());
    }
}
