package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
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
        LedgerWorkbook.Contents contents = workbook.contents(caseNumber, LedgerFilter.NONE, organization.person("office1"));
        return Statements.of(() -> {
            try {
                workbook.write(contents, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).stream().filter(statement -> statement.contains("ledger") && !statement.contains("calendar_day")).toList();
    }

    @Test
    void whatBreaksOffInTheMiddleIsNoWorkbook() {
        String caseNumber = new Desk(context).decomposedCase(2);
        LedgerWorkbook.Contents contents = workbook.contents(caseNumber, LedgerFilter.NONE, organization.person("office1"));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        var broken = new LedgerWorkbook.Contents(contents.figures(), List.of(), contents.tasks(), contents.reader(), false);

        assertThatThrownBy(() -> workbook.write(broken, written)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new XSSFWorkbook(new ByteArrayInputStream(written.toByteArray()))).isInstanceOf(Exception.class);
    }
}
