package org.rectification.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.rectification.ledger.LedgerPages.Words;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseFigures;
import org.rectification.rectification.CaseProgressView;
import org.rectification.rectification.CaseProgressView.DepartmentShare;
import org.rectification.rectification.Completion;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerRows.Run;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Light;
import org.rectification.rectification.Phase;
import org.rectification.rectification.Problem;
import org.rectification.rectification.TaskKind;
import org.springframework.stereotype.Service;

/**
 * The official ledger as an Excel file, written while it is read: of ten thousand tasks no more than a page is in memory. A page is a
 * transaction of its own, so that a slow line holds no connection; which tasks there are, and their order, is decided once at the start.
 */
@Service
public class LedgerWorkbook {

    static final int PAGE = 200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final LedgerView ledger;
    private final LedgerRows rows;
    private final CaseProgressView progress;
    private final LedgerPages pages;
    private final TaskRecords records;

    LedgerWorkbook(LedgerView ledger, LedgerRows rows, CaseProgressView progress, LedgerPages pages, TaskRecords records) {
        this.ledger = ledger;
        this.rows = rows;
        this.progress = progress;
        this.pages = pages;
        this.records = records;
    }

    /**
     * What goes into the file, beside the tasks themselves.
     *
     * @param choice which of the tasks that its reader may see it holds, in words; null for all of them
     * @param lights of the tasks it holds, withdrawn ones left out
     */
    public record Contents(CaseFigures figures, List<Problem> problems, List<Run> runs, Person reader, String choice, Map<Light, Long> lights) {

        boolean filtered() {
            return choice != null;
        }

        boolean isWhole() {
            return !filtered() && reader.readsEverything();
        }

        /** Of a sheet that holds more than was chosen. */
        String ofWholeCase(String sheet) {
            return figures.title() + sheet + (filtered() ? "（全案）" : "");
        }

        /** A department is only shown what it has tasks beneath, and a choice is one of tasks. */
        Deque<Problem> withoutTasks() {
            Set<Integer> withTasks = runs.stream().map(Run::problem).collect(Collectors.toSet());
            return problems.stream().filter(problem -> isWhole() && !withTasks.contains(problem.number())).collect(Collectors.toCollection(ArrayDeque::new));
        }

        List<String> taskNumbers() {
            return runs.stream().flatMap(run -> run.taskNumbers().stream()).toList();
        }

        /** Most cases are called 某某整改 already. */
        String title() {
            return figures.title() + (figures.title().endsWith("整改") ? "台账" : "整改台账") + (filtered() ? "（筛选）" : "");
        }

        /** Without what a file system forbids. */
        public String fileName() {
            return title().replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_") + ".xlsx";
        }
    }

    /**
     * @param sort as the page has it, null for the order of the ledger
     * @throws org.rectification.refusal.Refusal UNKNOWN where there is no such case
     */
    public Contents contents(String caseNumber, LedgerFilter filter, String sort, Person reader) {
        List<Run> runs = rows.runs(caseNumber, filter, sort, reader);
        return new Contents(ledger.figures(caseNumber), ledger.problems(caseNumber), runs, reader, pages.described(filter), rows.lights(caseNumber, filter, reader));
    }

    /** Where this fails, {@code to} is left without an end: what had been written so far must not pass for the ledger. */
    public void write(Contents contents, OutputStream to) throws IOException {
        Workbook workbook = new Workbook(to, "整改台账", null);
        Words words = pages.words();
        writeLedger(workbook, contents, words);
        writeProblems(workbook, contents);
        writeTasks(workbook, contents, words);
        writeDepartments(workbook, contents, words);
        if (contents.figures().historical() > 0) writeHistorical(workbook, contents, words);
        workbook.finish();
    }

    private void writeLedger(Workbook workbook, Contents contents, Words words) throws IOException {
        Map<Integer, Problem> problems = contents.problems().stream().collect(Collectors.toMap(Problem::number, problem -> problem));
        Sheet<LedgerLine> sheet = new Sheet<>(workbook, "整改台账", contents.title(), notes(contents, words), LedgerLine.COLUMNS, LedgerLine.OF_PROBLEM);
        Deque<Problem> withoutTasks = contents.withoutTasks();
        Iterator<Run> runs = contents.runs().iterator();
        Run run = null;
        int first = 0;
        int last = 0;
        for (List<String> page : pagesOf(contents)) {
            for (LedgerLine line : pages.lines(page, problems, words)) {
                int problem = line.problem().number();
                boolean next = run == null || run.problem() != problem;
                if (next) {
                    sheet.merge(first, last, LedgerLine.OF_PROBLEM);
                    addProblemsWithoutTasks(sheet, withoutTasks, problem);
                    do run = runs.next(); while (run.problem() != problem);
                }
                last = sheet.add(line, LedgerLine.OF_PROBLEM, run.taskNumbers().size(), next);
                if (next) first = last;
            }
            sheet.flush();
        }
        sheet.merge(first, last, LedgerLine.OF_PROBLEM);
        addProblemsWithoutTasks(sheet, withoutTasks, Integer.MAX_VALUE);
        sheet.finish(Map.of(LedgerLine.KIND, labels(TaskKind.values(), TaskKind::label), LedgerLine.PHASE, labels(Phase.values(), Phase::label), LedgerLine.FULFILMENT, Fulfilment.labels()));
    }

    /** Those that come before this one. */
    private static void addProblemsWithoutTasks(Sheet<LedgerLine> sheet, Deque<Problem> left, int before) {
        while (!left.isEmpty() && left.peek().number() < before) sheet.add(LedgerLine.withoutTask(left.poll()));
    }

    private static List<String> notes(Contents contents, Words words) {
        CaseFigures figures = contents.figures();
        List<String> notes = new ArrayList<>();
        notes.add("巡察组：" + figures.inspectionBody() + "　　被巡察单位：" + figures.inspectedParty() + "　　反馈日期：" + DAY.format(figures.feedbackDate()) + "　　" + asOf(words));
        notes.add((contents.isWhole() ? "" : held(contents) + "。全案：") + "问题" + figures.problems() + "个，完成" + share(figures.completion()) + "；任务" + figures.tasks() + "项，已销号" + figures.signedOff() + "项，已超期" + figures.overdue()
                + "项，客观受阻" + figures.blocked() + "项；措施完成" + share(figures.measureCompletion()));
        return notes;
    }

    private static String asOf(Words words) {
        return "截至" + DAY.format(words.horizon().today());
    }

    /** What this file holds of the case, and its own figures. */
    private static String held(Contents contents) {
        Map<Light, Long> lights = contents.lights();
        return (contents.filtered() ? "筛选：" + contents.choice() : "与本科室有关的任务") + "。本表列出任务" + contents.taskNumbers().size() + "项，涉及问题" + contents.runs().stream().map(Run::problem).distinct().count()
                + "个；其中已销号" + lights.get(Light.DONE) + "项，已超期" + lights.get(Light.RED) + "项，客观受阻" + lights.get(Light.PAUSED) + "项";
    }

    private static String share(Completion completion) {
        return completion.done() + "/" + completion.total() + (completion.rate() == null ? "" : "（" + completion.rate() + "%）");
    }

    private void writeProblems(Workbook workbook, Contents contents) throws IOException {
        Map<Integer, Completion> done = ledger.progress(contents.figures().caseNumber());
        Completion none = Completion.of(0, 0);
        List<Column<Problem>> columns = List.of(new Column<>("序号", 6, Problem::number), new Column<>("方面", 24, Problem::aspect), new Column<>("反馈问题", 36, Problem::title),
                new Column<>("问题表述", 80, Problem::text), new Column<>("来源", 16, problem -> problem.origin().label()),
                new Column<>("任务", 8, problem -> done.getOrDefault(problem.number(), none).total()), new Column<>("已销号", 8, problem -> done.getOrDefault(problem.number(), none).done()),
                new Column<>("是否完成", 12, problem -> standing(done.getOrDefault(problem.number(), none))));
        Sheet<Problem> sheet = new Sheet<>(workbook, "问题清单", contents.ofWholeCase("问题清单"), List.of(), columns, 0);
        contents.problems().forEach(sheet::add);
        sheet.finish(Map.of());
    }

    private static String standing(Completion tasks) {
        if (tasks.total() == 0) return "未分解任务";
        return tasks.open() == 0 ? "已完成" : "整改中";
    }

    private void writeTasks(Workbook workbook, Contents contents, Words words) throws IOException {
        Sheet<TaskLine> sheet = new Sheet<>(workbook, "任务清单", contents.figures().title() + "任务清单" + (contents.filtered() ? "（筛选）" : ""), List.of(), TaskLine.COLUMNS, 0);
        for (List<String> page : pagesOf(contents)) {
            pages.tasks(page, words).forEach(sheet::add);
            sheet.flush();
        }
        sheet.finish(Map.of());
    }

    private void writeHistorical(Workbook workbook, Contents contents, Words words) throws IOException {
        Sheet<HistoricalLine> sheet = null;
        for (List<String> page : pagesOf(contents)) {
            List<HistoricalLine> lines = pages.historical(page, words);
            if (lines.isEmpty()) continue;
            if (sheet == null) sheet = new Sheet<>(workbook, "历史销号清单", contents.figures().title() + "历史销号清单" + (contents.filtered() ? "（筛选）" : ""), List.of(), HistoricalLine.COLUMNS, 0);
            lines.forEach(sheet::add);
            sheet.flush();
        }
        if (sheet != null) sheet.finish(Map.of());
    }

    private void writeDepartments(Workbook workbook, Contents contents, Words words) throws IOException {
        String caseNumber = contents.figures().caseNumber();
        Map<String, Integer> overdue = records.overdueByDepartment(caseNumber, words.horizon().over());
        List<Column<DepartmentShare>> columns = List.of(new Column<>("责任科室", 30, share -> words.departments().get(share.department())),
                new Column<>("任务", 12, share -> share.tasks().total()), new Column<>("已销号", 12, share -> share.tasks().done()), new Column<>("已超期", 12, share -> overdue.getOrDefault(share.department(), 0)),
                new Column<>("措施", 12, share -> share.measures().total()), new Column<>("措施已完成", 14, share -> share.measures().done()));
        Sheet<DepartmentShare> sheet = new Sheet<>(workbook, "责任清单", contents.ofWholeCase("责任清单"), List.of(asOf(words)), columns, 0);
        progress.of(caseNumber, contents.reader()).departments().forEach(sheet::add);
        sheet.finish(Map.of());
    }

    private static List<List<String>> pagesOf(Contents contents) {
        List<String> all = contents.taskNumbers();
        List<List<String>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PAGE) pages.add(all.subList(from, Math.min(all.size(), from + PAGE)));
        return pages;
    }

    private static <E> List<String> labels(E[] values, Function<E, String> label) {
        return Arrays.stream(values).map(label).toList();
    }
}
