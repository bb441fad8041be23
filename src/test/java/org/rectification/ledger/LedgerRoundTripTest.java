package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.dhatim.fastexcel.Workbook;
import org.rectification.document.XlsxFile;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.Drawn;
import org.rectification.rectification.Measure;
import org.rectification.rectification.Phase;
import org.rectification.rectification.Problem;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskKind;

/** Whatever people write: what is exported and imported again changes nothing. Without a database; the file is real. */
class LedgerRoundTripTest {

    private static final String CASE = "HZ-2026-01";

    record DrawnTask(List<String> words, TaskKind kind, Phase phase, LocalDate deadline, List<String> measures, String said) {}

    record DrawnProblem(String aspect, String title, String text, List<DrawnTask> tasks) {}

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void anyLedgerExportedAndImportedChangesNothing(@ForAll("problems") List<DrawnProblem> drawn, @ForAll CaseStage stage) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<LedgerLine> lines = new ArrayList<>();
        Map<String, List<Measure>> measures = new HashMap<>();
        for (DrawnProblem each : drawn) {
            Problem problem = Drawn.problem(CASE, problems.size() + 1, each.aspect(), problems.size() + each.title(), each.text());
            problems.add(problem);
            if (each.tasks().isEmpty()) lines.add(LedgerLine.withoutTask(problem));
            for (int at = 0; at < each.tasks().size(); at++) {
                DrawnTask task = each.tasks().get(at);
                RectificationTask written = Drawn.task(CASE, problem.number(), at + 1, task.kind(), task.phase(), task.deadline(), task.words());
                List<Measure> own = IntStream.range(0, task.measures().size()).mapToObj(n -> Drawn.measure(written.taskNumber(), n + 1, task.measures().get(n))).toList();
                measures.put(written.taskNumber(), own);
                lines.add(new LedgerLine(problem, written, Fulfilment.NOT_ISSUED, "环境卫生科", "陈 国栋", "财务科、" + task.said().strip(), numbered(own), null, task.said(), task.said(), task.said(), task.said(),
                        task.said(), task.said(), task.said(), task.said()));
            }
        }
        Path file = Files.createTempFile("round-trip", ".xlsx");
        try {
            write(file, lines);
            LedgerComparison read = read(file, stage, problems, lines, measures);
            assertThat(read.outcomes()).isEmpty();
            assertThat(read.totals(List.of(), lines.size())).extracting(ImportReport.Totals::rows, ImportReport.Totals::unchanged).containsOnly(lines.size());
            assertThat(read.drafts().isEmpty()).isTrue();
        } finally {
            Files.delete(file);
        }
    }

    private static String numbered(List<Measure> measures) {
        return measures.isEmpty() ? null : measures.stream().map(measure -> measure.ordinal() + ". " + measure.text()).collect(Collectors.joining("\n"));
    }

    /** As the export writes it: tasks beneath one problem share its cells. */
    private static void write(Path file, List<LedgerLine> lines) throws IOException {
        try (OutputStream to = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(to, "整改台账", null);
            Sheet<LedgerLine> sheet = new Sheet<>(workbook, "整改台账", "台账", List.of("截至今日"), LedgerLine.COLUMNS, LedgerLine.OF_PROBLEM);
            int current = 0;
            int first = 0;
            int last = 0;
            for (LedgerLine line : lines) {
                boolean next = line.problem().number() != current;
                if (next && current > 0) sheet.merge(first, last, LedgerLine.OF_PROBLEM);
                last = sheet.add(line, LedgerLine.OF_PROBLEM, 1, next);
                if (next) first = last;
                current = line.problem().number();
            }
            sheet.merge(first, last, LedgerLine.OF_PROBLEM);
            sheet.finish(Map.of());
            workbook.finish();
        }
    }

    private static LedgerComparison read(Path file, CaseStage stage, List<Problem> problems, List<LedgerLine> lines, Map<String, List<Measure>> measures) throws IOException {
        try (XlsxFile opened = XlsxFile.open("台账.xlsx", file)) {
            LedgerHeader[] header = new LedgerHeader[1];
            LedgerComparison[] comparison = new LedgerComparison[1];
            opened.rows(opened.sheets().get(0), row -> {
                if (header[0] == null) {
                    header[0] = LedgerHeader.in(row).orElse(null);
                    if (header[0] != null) comparison[0] = new LedgerComparison(stage, LocalDate.of(2026, 1, 1), problems, new LedgerNames(Map.of(), Map.of()), "整改台账", header[0], null);
                } else {
                    if (header[0].isBeside(header[0].read(row, opened))) return true;
                    comparison[0].compare(List.of(header[0].read(row, opened)), lines.stream().filter(line -> line.task() != null).collect(Collectors.toMap(line -> line.task().taskNumber(), Function.identity())), measures);
                }
                return true;
            });
            return comparison[0];
        }
    }

    /** Everything that trips a table: formulas, line ends of three kinds, blanks at ends, marks of markup, numbers, half-width and full-width, rare characters. */
    private static Arbitrary<String> words(int longest) {
        Arbitrary<String> pieces = Arbitraries.of("整改", "=1+1", "\n", "\r\n", "\r", " ", "　", "\t", "<b>&amp;\"'", "]]>", "1.", "一是", "2026-11-21", "0012", "1E5", "TRUE", "#N/A", "𠮷", "😀", "'", "+86", "-", "@", "、", "；", "_x", "é");
        return pieces.list().ofMinSize(1).ofMaxSize(longest).map(list -> String.join("", list)).filter(text -> !text.isBlank());
    }

    @Provide
    Arbitrary<List<DrawnProblem>> problems() {
        Arbitrary<List<String>> texts = Combinators.combine(words(8), words(8).injectNull(0.3), words(8).injectNull(0.5), words(4).injectNull(0.5), words(4).injectNull(0.5)).as(Arrays::asList);
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 40_000).map(day -> LocalDate.of(1990, 1, 1).plusDays(day)).injectNull(0.2);
        Arbitrary<DrawnTask> tasks = Combinators.combine(texts, Arbitraries.of(TaskKind.class), Arbitraries.of(Phase.class), days, words(8).list().ofMaxSize(4), words(8)).as(DrawnTask::new);
        return Combinators.combine(words(4), words(6), words(8), tasks.list().ofMaxSize(4)).as(DrawnProblem::new).list().ofMinSize(1).ofMaxSize(4);
    }
}
