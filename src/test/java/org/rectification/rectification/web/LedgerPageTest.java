package org.rectification.rectification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.taskNumber;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rectification.rectification.TaskStatus;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerPageTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    Bureau bureau;
    Session office;
    String caseNumber;
    String page;

    /** The third task is signed off. */
    @BeforeAll
    void aCaseUnderWay() {
        bureau = new Bureau(port, management);
        office = Session.of(port, "office1");
        caseNumber = bureau.launchedCase(3);
        page = "/cases/" + caseNumber + "/ledger";
        bureau.signedOff(taskNumber(caseNumber, 3));
    }

    private String found(String query) {
        return office.get(page + query).words();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void rowsAreFoundByWhateverALinkOrAFieldAsksFor() {
        assertThat(found("")).contains("共3项任务", "措施2条", "问题2", "导出台账（Excel）");
        assertThat(found("?q=" + caseNumber + "-02")).contains("共1项任务", "导出筛选结果（Excel）");
        assertThat(found("?status=SIGNED_OFF")).contains("共1项任务");
        assertThat(found("?light=DONE&leader=leader2&kind=TIME_LIMITED&phase=EXECUTION")).contains("共1项任务");
        assertThat(found("?problem=2&deadlineFrom=" + LocalDate.now())).contains("共1项任务", "问题2 ✕");
        assertThat(found("?aspect=" + encoded("城市精细化管理有差距"))).contains("共3项任务", "城市精细化管理有差距 ✕");
        assertThat(found("?signedOffFrom=" + LocalDate.now() + "&signedOffTo=" + LocalDate.now())).contains("共1项任务");
        assertThat(found("?signedOffTo=" + LocalDate.now().minusDays(1))).contains("没有符合条件的任务", "清除全部条件");
        assertThat(found("?department=parks")).contains("共0项任务");
        String ofSecond = bureau.as("office1").get("/api/cases/" + caseNumber + "/problems").json().at("/problems/1/title").asText();
        assertThat(found("?q=" + encoded(ofSecond))).contains("共1项任务", taskNumber(caseNumber, 2));
        assertThat(Session.of(port, "office1").get("/cases/HT-2026-01/ledger?page=9999").words()).contains("第2页，共2页").doesNotContain("没有符合条件的任务");
        assertThat(Session.of(port, "sanitation1").get(page).words()).contains("共3项任务");
        assertThat(Session.of(port, "parks1").get(page).words()).contains("共0项任务");
    }

    @Test
    void aColumnSortsUpAndThenDownAndKeepsTheFilter() {
        assertThat(office.get(page + "?q=" + encoded("任务")).text()).contains("sort=leadDepartment%2Casc");
        String sorted = office.get(page + "?light=GREEN&sort=taskNumber,desc").text();
        assertThat(sorted).contains("light=GREEN&amp;sort=deadline%2Casc").containsSubsequence(taskNumber(caseNumber, 2), taskNumber(caseNumber, 1));
        assertThat(office.get(page + "?sort=deadline,asc").text()).contains("aria-sort=\"ascending\"", "sort=deadline%2Cdesc");
    }

    @Test
    void theColumnOfStepsSortsInTheirTurn() {
        List<TaskStatus> statuses = new ArrayList<>();
        bureau.as("auditor1").get("/api/cases/HT-2026-01/tasks?size=200&sort=status,asc").json().get("content").forEach(row -> statuses.add(TaskStatus.valueOf(row.get("status").asText())));
        assertThat(statuses).contains(TaskStatus.IN_PROGRESS, TaskStatus.AWAITING_ENDORSEMENT, TaskStatus.AWAITING_CHECK, TaskStatus.SIGNED_OFF).isSorted();
    }

    @Test
    void theFileHoldsWhatWasFilteredAndSaysSo() throws IOException {
        byte[] file = bureau.as("office1").get("/api/cases/" + caseNumber + "/ledger.xlsx?light=DONE").bytes();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var tasks = workbook.getSheet("任务清单");
            assertThat(tasks.getLastRowNum() - tasks.getFirstRowNum()).isEqualTo(2);
            assertThat(tasks.getRow(tasks.getLastRowNum()).getCell(0).getStringCellValue()).isEqualTo(taskNumber(caseNumber, 3));
            assertThat(workbook.getSheet("整改台账").getRow(2).getCell(0).getStringCellValue()).startsWith("筛选：已销号。本表列出任务1项，涉及问题1个；其中已销号1项，已超期0项，客观受阻0项。全案：问题3个");
            assertThat(workbook.getSheet("问题清单").getRow(0).getCell(0).getStringCellValue()).endsWith("（全案）");
        }
    }

    @Test
    void theFileHasTheOrderOfThePage() throws IOException {
        assertThat(office.get(page + "?sort=taskNumber,desc").text()).contains("/ledger.xlsx?sort=taskNumber%2Cdesc");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bureau.as("office1").get("/api/cases/" + caseNumber + "/ledger.xlsx?sort=taskNumber,desc").bytes()))) {
            var sheet = workbook.getSheet("整改台账");
            assertThat(IntStream.of(4, 5, 6).mapToObj(row -> (int) sheet.getRow(row).getCell(0).getNumericCellValue())).containsExactly(3, 2, 1);
        }
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber + "/ledger.xlsx?sort=x").status()).isEqualTo(400);
    }

    @Test
    void whatCannotBeFilteredByIsRefusedToProgramsAndLeftOutForPeople() {
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber + "/tasks?leader=nobody&problem=x&deadlineTo=y").json().get("errors")).hasSize(3);
        assertThat(found("?light=PINK&problem=2&department=nowhere")).contains("有认不出的筛选条件，已略去", "问题2 ✕", "共1项任务").doesNotContain("PINK", "nowhere");
        assertThat(found("?light=PINK&sort=colour&page=-1")).contains("有认不出的筛选条件，已略去").doesNotContain("colour");
    }
}
