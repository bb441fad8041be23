package org.rectification.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.audit.AuditTrail;
import org.rectification.document.XlsxFile;
import org.rectification.document.XlsxFile.Row;
import org.rectification.document.XlsxFile.Sheet;
import org.rectification.ledger.ImportReport.AbsentTask;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.PlanRevision;
import org.rectification.rectification.PlanRevision.Drafts;
import org.rectification.rectification.Problem;
import org.rectification.rectification.RectificationTask;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The official ledger comes back as an Excel file. What it adds and changes goes by the rules that the forms go by; what is on record of the
 * course of a task is not changed by a file. Read row by row and compared a page at a time.
 */
@Service
@Transactional
public class LedgerImport {

    private static final String LEDGER_SHEET = "整改台账";
    private static final int HEADER_WITHIN = 30;
    private static final int MOST_ROWS = 20_000;

    private final LedgerView ledger;
    private final LedgerRows rows;
    private final LedgerPages pages;
    private final PlanRevision plan;
    private final Organization organization;
    private final AuditTrail audit;

    LedgerImport(LedgerView ledger, LedgerRows rows, LedgerPages pages, PlanRevision plan, Organization organization, AuditTrail audit) {
        this.ledger = ledger;
        this.rows = rows;
        this.pages = pages;
        this.plan = plan;
        this.organization = organization;
        this.audit = audit;
    }

    /**
     * An uploaded file on disk.
     *
     * @param name   as people see it
     * @param sha256 of its content
     */
    public record Upload(String name, Path content, String sha256) {}

    /** @throws Refusal NOT_YOURS, UNKNOWN */
    public CaseStage requireImporter(String caseNumber, Person by) {
        if (!by.isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours("台账由整改办导入，您不在整改办");
        return ledger.caseOf(caseNumber).stage();
    }

    /**
     * What importing would do; changes nothing.
     *
     * @param reason for every change of what the approved plan holds whose row gives none; may be blank
     * @throws Refusal where the file as a whole cannot be read
     */
    @Transactional(readOnly = true)
    public ImportReport tried(String caseNumber, Upload upload, String reason, Person by) {
        return examined(caseNumber, upload, reason, by).report(true);
    }

    /**
     * All or nothing.
     *
     * @param shown fingerprint of the report that was confirmed, null where none was shown
     * @throws Refusal INPUT or RULE naming every cell that cannot be imported; nothing has changed then
     */
    public ImportReport imported(String caseNumber, Upload upload, String reason, String shown, Person by) {
        Examined examined = shown == null ? examined(caseNumber, upload, reason, by) : examinedAgain(caseNumber, upload, reason, by);
        ImportReport report = examined.report(false);
        if (shown != null && !shown.equals(report.fingerprint())) throw changed();
        report.refuse();
        if (report.changesNothing()) return report;
        plan.write(caseNumber, examined.drafts, by);
        ImportReport.Totals totals = report.totals();
        audit.record(by.userId(), "导入台账", caseNumber, "新增问题" + totals.addedProblems() + "个、任务" + totals.addedTasks() + "项，修改问题" + totals.changedProblems() + "个、任务" + totals.changedTasks()
                + "项，据：" + upload.name() + "，SHA-256：" + upload.sha256());
        return report;
    }

    /** What could be read when it was shown and cannot be now has changed, whatever it lacks now. */
    private Examined examinedAgain(String caseNumber, Upload upload, String reason, Person by) {
        try {
            return examined(caseNumber, upload, reason, by);
        } catch (Refusal lacking) {
            throw lacking.kind() == Refusal.Kind.INPUT ? changed() : lacking;
        }
    }

    private static Refusal changed() {
        return Refusal.ofRule("文件或台账在预览之后有变动，没有导入；请重新预览，看过结果后再确认");
    }

    private record Examined(String caseNumber, Upload upload, Sheet sheet, LedgerHeader header, LedgerComparison comparison, Drafts drafts, int tasks, List<String> otherSheets, List<AbsentTask> absent) {

        ImportReport report(boolean dryRun) {
            List<RowOutcome> outcomes = comparison.outcomes();
            return new ImportReport(caseNumber, dryRun, upload.name(), sheet.name(), comparison.totals(outcomes, tasks), outcomes, comparison.outsideBodies(), header.unread(), otherSheets, absent);
        }
    }

    private Examined examined(String caseNumber, Upload upload, String reason, Person by) {
        CaseStage stage = requireImporter(caseNumber, by);
        List<Problem> problems = ledger.problems(caseNumber);
        Set<String> tasks = rows.taskNumbers(caseNumber, LedgerFilter.NONE, by).values().stream().flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        try (XlsxFile file = XlsxFile.open(upload.name(), upload.content())) {
            List<Sheet> sheets = file.sheets().stream().filter(Sheet::visible).sorted(Comparator.comparing(sheet -> !sheet.name().strip().equals(LEDGER_SHEET))).toList();
            for (Sheet sheet : sheets) {
                Optional<LedgerHeader> header = header(file, sheet);
                if (header.isEmpty()) continue;
                requireColumns(header.get(), sheet, problems, tasks);
                LedgerComparison comparison = new LedgerComparison(stage, ledger.caseOf(caseNumber).feedbackDate(), problems, LedgerNames.of(organization), sheet.name(), header.get(), reason == null || reason.isBlank() ? null : reason);
                compare(file, sheet, header.get(), comparison, problems, tasks);
                comparison.stranger().filter(other -> !other.equals(caseNumber) && ledger.has(other)).ifPresent(other -> {
                    throw Refusal.ofInput("file", "这是" + other + "的台账，其中没有一项任务属于" + caseNumber + "；请核对文件，上传本案的台账");
                });
                Drafts drafts = comparison.drafts();
                if (!drafts.isEmpty()) comparison.add(plan.examine(caseNumber, drafts, by));
                return new Examined(caseNumber, upload, sheet, header.get(), comparison, drafts, tasks.size(), file.sheets().stream().filter(other -> other != sheet).map(Sheet::name).toList(), absent(comparison.absent(tasks)));
            }
            throw Refusal.ofInput("file", "“" + upload.name() + "”里没有找到台账：前" + HEADER_WITHIN + "行中应有一行表头，至少含" + LedgerField.described(List.of(LedgerField.PROBLEM, LedgerField.TASK, LedgerField.TASK_NUMBER)) + "之一");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<AbsentTask> absent(List<String> numbers) {
        List<String> named = numbers.subList(0, Math.min(numbers.size(), ImportReport.MOST_ABSENT));
        Map<String, RectificationTask> tasks = named.isEmpty() ? Map.of() : ledger.tasksBy(named);
        return named.stream().map(tasks::get).filter(Objects::nonNull).map(task -> new AbsentTask(task.taskNumber(), task.title())).toList();
    }

    private static Optional<LedgerHeader> header(XlsxFile file, Sheet sheet) throws IOException {
        LedgerHeader[] found = new LedgerHeader[1];
        Row[] upper = new Row[1];
        file.rows(sheet, row -> {
            if (upper[0] != null) found[0] = LedgerHeader.in(upper[0], row).or(() -> LedgerHeader.in(upper[0])).orElse(null);
            upper[0] = found[0] == null && LedgerHeader.isPerhapsUpperRow(row) ? row : null;
            if (found[0] == null && upper[0] == null) found[0] = LedgerHeader.in(row).orElse(null);
            return found[0] == null && row.number() < HEADER_WITHIN;
        });
        return upper[0] == null ? Optional.ofNullable(found[0]) : LedgerHeader.in(upper[0]);
    }

    private static void requireColumns(LedgerHeader header, Sheet sheet, List<Problem> problems, Set<String> tasks) {
        List<LedgerField> missing = new ArrayList<>();
        if (!tasks.isEmpty() && !header.has(LedgerField.TASK_NUMBER)) missing.add(LedgerField.TASK_NUMBER);
        if (tasks.isEmpty() && !header.has(LedgerField.PROBLEM) && !header.has(LedgerField.NUMBER)) missing.add(LedgerField.PROBLEM);
        if (problems.isEmpty()) Stream.of(LedgerField.ASPECT, LedgerField.PROBLEM).filter(field -> !header.has(field) && !missing.contains(field)).forEach(missing::add);
        boolean ofTasks = header.columns().keySet().stream().anyMatch(field -> field.of() == LedgerField.Of.TASK);
        if (ofTasks && !header.has(LedgerField.TASK) && !header.has(LedgerField.TASK_NUMBER)) missing.add(LedgerField.TASK);
        if (!missing.isEmpty()) throw Refusal.ofInput("file", "工作表“" + sheet.name() + "”第" + header.row() + "行的表头缺少" + LedgerField.described(missing) + "，请补上后再上传；各列先后不限");
    }

    private void compare(XlsxFile file, Sheet sheet, LedgerHeader header, LedgerComparison comparison, List<Problem> problems, Set<String> tasks) throws IOException {
        Map<Integer, Problem> byNumber = problems.stream().collect(Collectors.toMap(Problem::number, Function.identity()));
        LedgerPages.Words words = pages.words();
        List<SheetRow> page = new ArrayList<>();
        int[] rows = {0};
        file.rows(sheet, each -> {
            if (each.number() <= header.row()) return true;
            SheetRow row = header.read(each, file);
            if (header.isBeside(row)) return true;
            if (++rows[0] > MOST_ROWS) throw Refusal.tooLarge("台账超过" + MOST_ROWS + "行，请拆分后分次导入");
            page.add(row);
            if (page.size() == LedgerWorkbook.PAGE) compare(page, comparison, byNumber, tasks, words);
            return true;
        });
        compare(page, comparison, byNumber, tasks, words);
    }

    private void compare(List<SheetRow> page, LedgerComparison comparison, Map<Integer, Problem> problems, Set<String> tasks, LedgerPages.Words words) {
        Collection<String> numbers = page.stream().map(row -> row.text(LedgerField.TASK_NUMBER)).filter(tasks::contains).distinct().toList();
        if (numbers.isEmpty()) {
            comparison.compare(page, Map.of(), Map.of());
        } else {
            comparison.compare(page, pages.lines(numbers, problems, words).stream().collect(Collectors.toMap(line -> line.task().taskNumber(), Function.identity())), ledger.measuresOf(numbers));
        }
        page.clear();
    }
}
