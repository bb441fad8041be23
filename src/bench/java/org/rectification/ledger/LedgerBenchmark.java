package org.rectification.ledger;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectification.benchmark.Figures;
import org.rectification.benchmark.LargeCase;
import org.rectification.benchmark.Sample;
import org.rectification.document.XlsxFile;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.PlanRevision;
import org.rectification.rectification.PlanRevision.Drafts;
import org.rectification.rectification.PlanRevision.NewProblem;
import org.rectification.rectification.PlanRevision.NewTask;
import org.rectification.rectification.Problem;
import org.rectification.rectification.ProblemDraft;
import org.rectification.rectification.TaskDraft;
import org.rectification.support.Desk;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ten thousand tasks out of the system and into it as Excel files, beside the usual way with Apache POI, and the writing beside plain batched JDBC. */
@Tag("benchmark")
@OnPostgres
class LedgerBenchmark {

    private static final int ROWS = Integer.getInteger("benchmark.rows", 10_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int BATCH = 1_000;
    /** Collecting without a pause would leave the work no time. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    /** In the order in which foreign keys let them in. */
    private static final List<String> TABLES = List.of("ledger.problem", "ledger.rectification_task", "ledger.supporting_department", "ledger.measure");

    @Autowired ApplicationContext context;
    @Autowired DataSource database;
    @Autowired LedgerWorkbook workbook;
    @Autowired LedgerPages pages;
    @Autowired LedgerImport ledgers;
    @Autowired PlanRevision plan;
    @Autowired Organization organization;
    @TempDir Path folder;

    @Test
    void tenThousandTasksOutAndIn() throws Exception {
        Person office = organization.person("office1");
        LedgerWorkbook.Contents contents = workbook.contents(new LargeCase(context).drafted(ROWS), LedgerFilter.NONE, null, office);
        Path ours = folder.resolve("ours.xlsx");
        Path theirs = folder.resolve("poi.xlsx");
        Sample out = new Sample();
        Sample poiOut = new Sample();
        for (int round = 0; round < ROUNDS; round++) {
            out.time(() -> export(contents, ours));
            poiOut.time(() -> exportWithPoi(contents, theirs));
        }
        long outHeap = livePeak(() -> export(contents, ours));
        long poiOutHeap = livePeak(() -> exportWithPoi(contents, theirs));

        Path file = folder.resolve("own.xlsx");
        writeOwnLedger(file);
        LedgerImport.Upload upload = new LedgerImport.Upload("own.xlsx", file, "");
        Desk desk = new Desk(context);
        Sample read = new Sample();
        Sample poiRead = new Sample();
        Sample tried = new Sample();
        Sample imported = new Sample();
        Sample written = new Sample();
        Sample plain = new Sample();
        for (int round = 0; round < ROUNDS; round++) {
            read.time(() -> readAll(file));
            poiRead.time(() -> readAllWithPoi(file));
            String caseNumber = desk.startedCase();
            tried.time(() -> ledgers.tried(caseNumber, upload, null, office));
            imported.time(() -> ledgers.imported(caseNumber, upload, null, null, office));
            String other = desk.startedCase();
            Drafts drafts = drafts();
            written.time(() -> plan.write(other, drafts, office));
            Map<String, List<Object[]>> rows = takenOut(other);
            plain.time(() -> putBack(rows));
        }
        String last = desk.startedCase();
        long triedHeap = livePeak(() -> ledgers.tried(last, upload, null, office));
        long readHeap = livePeak(() -> readAll(file));
        long poiReadHeap = livePeak(() -> readAllWithPoi(file));

        Figures.write("ledger", """
                | %,d tasks as an Excel file | tasks a second, median (slowest–fastest of %d) | live heap at its peak |
                |---|---|---|
                | export, ours | %s | %,d MB |
                | export, POI XSSF, the same cells and styles | %s | %,d MB |
                | reading every cell, ours | %s | %,d MB |
                | reading every cell, POI XSSF | %s | %,d MB |
                | trial import into an empty case | %s | %,d MB |
                | import into an empty case, reading and writing | %s | |
                | writing alone, ours | %s | |
                | writing alone, plain batched JDBC inserts of the same rows | %s | |

                Export beside POI: **%.1f times** as fast in **%.0f %%** of the memory; reading: **%.1f times**, **%.0f %%**. Writing beside plain inserts: **%.2f** times as long (aim ≤ 1.5).
                """.formatted(ROWS, ROUNDS, out.perSecond(ROWS), outHeap, poiOut.perSecond(ROWS), poiOutHeap, read.perSecond(ROWS), readHeap, poiRead.perSecond(ROWS), poiReadHeap,
                tried.perSecond(ROWS), triedHeap, imported.perSecond(ROWS), written.perSecond(ROWS), plain.perSecond(ROWS), poiOut.medianMillis() / out.medianMillis(), 100.0 * outHeap / poiOutHeap,
                poiRead.medianMillis() / read.medianMillis(), 100.0 * readHeap / poiReadHeap, written.medianMillis() / plain.medianMillis()));
    }

    private void export(LedgerWorkbook.Contents contents, Path to) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            workbook.write(contents, out);
        }
    }

    /** Everything read, everything in one workbook, then saved: the cells of the two lists of tasks; the short lists of problems and departments are left out. */
    private void exportWithPoi(LedgerWorkbook.Contents contents, Path to) throws IOException {
        Map<Integer, Problem> problems = contents.problems().stream().collect(Collectors.toMap(Problem::number, Function.identity()));
        List<String> numbers = contents.runs().stream().flatMap(run -> run.taskNumbers().stream()).toList();
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            XSSFCellStyle style = book.createCellStyle();
            style.setWrapText(true);
            fill(book.createSheet("整改台账"), style, LedgerLine.COLUMNS, pages.lines(numbers, problems, pages.words()));
            fill(book.createSheet("任务清单"), style, TaskLine.COLUMNS, pages.tasks(numbers, pages.words()));
            book.write(out);
        }
    }

    private static <T> void fill(XSSFSheet sheet, XSSFCellStyle style, List<Column<T>> columns, List<T> lines) {
        for (int at = 0; at < lines.size(); at++) {
            Row row = sheet.createRow(at);
            for (int column = 0; column < columns.size(); column++) {
                Object value = columns.get(column).value().apply(lines.get(at));
                Cell cell = row.createCell(column);
                cell.setCellStyle(style);
                if (value instanceof LocalDate day) cell.setCellValue(day);
                else if (value instanceof Number number) cell.setCellValue(number.doubleValue());
                else if (value != null) cell.setCellValue(value.toString());
            }
        }
    }

    private static final String[] HEADINGS = {"方面", "反馈问题", "整改任务", "整改措施", "责任科室", "配合科室", "责任领导", "整改时限", "销号标准"};

    private static String[] cells(int row) {
        return new String[] {"方面" + row / 500, "问题" + row / 50 + "\n第" + row / 50 + "个问题的表述。", "任务" + row, "1. 制定方案\n2. 逐项落实", "环境卫生科", "财务科", "刘建华", "2099-12-01", "有方案、有清单、有照片。"};
    }

    private static void writeOwnLedger(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook book = new Workbook(out, "own", null);
            Worksheet sheet = book.newWorksheet("台账");
            for (int column = 0; column < HEADINGS.length; column++) sheet.value(0, column, HEADINGS[column]);
            for (int row = 0; row < ROWS; row++) for (int column = 0; column < HEADINGS.length; column++) sheet.value(row + 1, column, cells(row)[column]);
            book.finish();
        }
    }

    private static Drafts drafts() {
        List<NewProblem> problems = IntStream.range(0, (ROWS + 49) / 50).mapToObj(at -> new NewProblem(at, at + 1, new ProblemDraft("方面" + at / 10, "问题" + at, "第" + at + "个问题的表述。", null, null, null))).toList();
        List<NewTask> tasks = IntStream.range(0, ROWS).mapToObj(row -> new NewTask(row, new TaskDraft(String.valueOf(row / 50 + 1), "任务" + row, null, null, "sanitation", List.of("finance"), "leader2",
                "2099-12-01", "有方案、有清单、有照片。", List.of(new TaskDraft.MeasureDraft("制定方案"), new TaskDraft.MeasureDraft("逐项落实")), null))).toList();
        return new Drafts(problems, List.of(), tasks, List.of());
    }

    private static void readAll(Path file) throws IOException {
        long[] characters = {0};
        try (XlsxFile opened = XlsxFile.open("own.xlsx", file)) {
            opened.rows(opened.sheets().get(0), row -> {
                row.cells().forEach(cell -> characters[0] += cell == null ? 0 : cell.text().length());
                return true;
            });
        }
    }

    private static void readAllWithPoi(Path file) throws IOException {
        long characters = 0;
        DataFormatter formatter = new DataFormatter();
        try (InputStream in = Files.newInputStream(file); XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Row row : book.getSheetAt(0)) for (Cell cell : row) characters += formatter.formatCellValue(cell).length();
        }
    }

    private Map<String, List<Object[]>> takenOut(String caseNumber) throws SQLException {
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            for (String table : TABLES) rows.put(table, rows(sql, "select * from " + table + where(table, caseNumber)));
        }
        JdbcTemplate jdbc = new JdbcTemplate(database);
        for (int at = TABLES.size() - 1; at >= 0; at--) jdbc.update("delete from " + TABLES.get(at) + where(TABLES.get(at), caseNumber));
        return rows;
    }

    private static String where(String table, String caseNumber) {
        return table.endsWith("problem") || table.endsWith("task") ? " where case_number = '" + caseNumber + "'" : " where task_number like '" + caseNumber + "-%'";
    }

    private static List<Object[]> rows(Statement sql, String query) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (var found = sql.executeQuery(query)) {
            while (found.next()) {
                Object[] row = new Object[found.getMetaData().getColumnCount()];
                for (int at = 0; at < row.length; at++) row[at] = found.getObject(at + 1);
                rows.add(row);
            }
        }
        return rows;
    }

    private void putBack(Map<String, List<Object[]>> rows) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, List<Object[]>> table : rows.entrySet()) {
                if (table.getValue().isEmpty()) continue;
                String marks = "?" + ", ?".repeat(table.getValue().get(0).length - 1);
                try (PreparedStatement insert = connection.prepareStatement("insert into " + table.getKey() + " values (" + marks + ")")) {
                    int waiting = 0;
                    for (Object[] row : table.getValue()) {
                        for (int at = 0; at < row.length; at++) insert.setObject(at + 1, row[at]);
                        insert.addBatch();
                        if (++waiting % BATCH == 0) insert.executeBatch();
                    }
                    insert.executeBatch();
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** What is reachable at its largest, above what was before, in MB: another thread collects garbage and looks, while the work goes on unhurried. */
    private static long livePeak(Sample.Work work) throws Exception {
        System.gc();
        long before = used();
        AtomicLong peak = new AtomicLong(before);
        AtomicBoolean over = new AtomicBoolean();
        Thread watcher = new Thread(() -> {
            while (!over.get()) {
                System.gc();
                peak.accumulateAndGet(used(), Math::max);
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        });
        watcher.start();
        work.run();
        over.set(true);
        watcher.join();
        return Math.max(1, (peak.get() - before) / 1024 / 1024);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
