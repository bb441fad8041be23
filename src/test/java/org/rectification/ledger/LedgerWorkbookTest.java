package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectification.organization.Organization;
import org.rectification.rectification.LedgerFilter;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.rectification.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** However long the ledger, it is read a page at a time. */
@OnH2
class LedgerWorkbookTest {

    /** Tasks, measures and what is on record beside them, seven kinds; tasks and measures once more for 任务清单. */
    private static final int STATEMENTS_A_PAGE = 11;

    @Autowired ApplicationContext context;
    @Autowired LedgerWorkbook workbook;
    @Autowired Organization organization;

    @Test
    void aPageCostsTheSameHoweverManyTasksItHas() throws IOException {
        int few = statements(2, new ByteArrayOutputStream()).size();
        assertThat(statements(LedgerWorkbook.PAGE, new ByteArrayOutputStream())).hasSize(few);

        ByteArrayOutputStream twoPages = new ByteArrayOutputStream();
        assertThat(statements(LedgerWorkbook.PAGE + 3, twoPages)).hasSize(few + STATEMENTS_A_PAGE);
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(twoPages.toByteArray()))) {
            XSSFSheet sheet = read.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(3 + LedgerWorkbook.PAGE + 3);
            assertThat(sheet.getMergedRegions()).as("one problem over both pages").anyMatch(region -> region.formatAsString().equals("A5:A" + (4 + LedgerWorkbook.PAGE + 3)));
        }
    }

    private List<String> statements(int tasks, ByteArrayOutputStream to) {
        String caseNumber = new Desk(context).decomposedCase(tasks);
        LedgerWorkbook.Contents contents = workbook.contents(caseNumber, LedgerFilter.NONE, null, organization.person("office1"));
        return Statements.of(() -> {
            try {
                workbook.write(contents, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).stream().filter(statement -> statement.contains("ledger") && !statement.contains("calendar_day")).toList();
    }

    @Test
    void importingCostsTheSameHoweverManyRowsThereAre(@Autowired LedgerImport ledgers, @TempDir Path folder) throws IOException {
        assertThat(importing(ledgers, folder, 2 * LedgerWorkbook.PAGE)).hasSameSizeAs(importing(ledgers, folder, 2));
    }

    private List<String> importing(LedgerImport ledgers, Path folder, int rows) throws IOException {
        Path file = folder.resolve(rows + ".xlsx");
        try (OutputStream to = Files.newOutputStream(file)) {
            Workbook own = new Workbook(to, "own", null);
            Worksheet sheet = own.newWorksheet("台账");
            String[] headings = {"方面", "反馈问题", "整改任务", "整改措施", "责任科室", "配合科室"};
            for (int column = 0; column < headings.length; column++) sheet.value(0, column, headings[column]);
            for (int row = 1; row <= rows; row++) {
                String[] cells = {"精细化", "问题" + row / 10, "任务" + row, "甲\n乙", "环境卫生科", "财务科、县供电公司"};
                for (int column = 0; column < cells.length; column++) sheet.value(row, column, cells[column]);
            }
            own.finish();
        }
        String caseNumber = new Desk(context).startedCase();
        return Statements.of(() -> ledgers.imported(caseNumber, new LedgerImport.Upload("台账.xlsx", file, ""), null, null, organization.person("office1")))
                .stream().filter(statement -> statement.contains("ledger") && !statement.contains("calendar_day")).toList();
    }

    @Test
    void whatBreaksOffInTheMiddleIsNoWorkbook() {
        String caseNumber = new Desk(context).decomposedCase(2);
        LedgerWorkbook.Contents contents = workbook.contents(caseNumber, LedgerFilter.NONE, null, organization.person("office1"));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        var broken = new LedgerWorkbook.Contents(contents.figures(), List.of(), contents.runs(), contents.reader(), null, contents.lights());

        assertThatThrownBy(() -> workbook.write(broken, written)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new XSSFWorkbook(new ByteArrayInputStream(written.toByteArray()))).isInstanceOf(Exception.class);
    }
}
