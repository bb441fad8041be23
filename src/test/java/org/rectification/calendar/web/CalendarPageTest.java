package org.rectification.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectification.calendar.WorkingDays;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnH2
class CalendarPageTest {

    private static final String HEAD = "日期,上班或放假,节日\r\n";
    private static final LocalDate MONDAY = LocalDate.of(2041, 2, 4);
    private static final LocalDate SUNDAY = LocalDate.of(2041, 2, 10);

    @LocalServerPort int port;
    @Autowired WorkingDays workingDays;

    @Test
    void aYearNobodyKnewCountsAsTheFileSaysFromThenOn() {
        assertThat(workingDays.isWorkingDay(MONDAY)).isTrue();
        assertThat(workingDays.isWorkingDay(SUNDAY)).isFalse();

        Page page = upload(HEAD + "2041-02-04,放假,春节\r\n2041/2/10,上班,春节\r\n");

        assertThat(page.words()).contains("日历已更新：2041年");
        assertThat(workingDays.isWorkingDay(MONDAY)).isFalse();
        assertThat(workingDays.isWorkingDay(SUNDAY)).isTrue();
    }

    @Test
    void aFileWithABadLineChangesNothingAndNamesIt() {
        Page page = upload(HEAD + "2042-01-01,放假,元旦\r\n2042-13-01,放假,元旦\r\n2042-01-04,半天,元旦\r\n2042-01-01,放假,元旦\r\n");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.words()).contains("第3行", "第4行：只能填“上班”或“放假”，现为“半天”", "第5行：日期2042-01-01出现了两次");
        assertThat(workingDays.isWorkingDay(LocalDate.of(2042, 1, 1))).isTrue();
    }

    @Test
    void aYearInTheFileIsReplacedWhollyUntilItIsWithdrawn() {
        LocalDate nationalDay = LocalDate.of(2023, 10, 2);
        assertThat(workingDays.isWorkingDay(nationalDay)).isFalse();
        try {
            assertThat(upload(HEAD + "2023-01-03,放假,元旦\r\n").words()).containsPattern("日历已更新：2023年放假1天、调休上班0天（替换原有的\\d+天）。");
            assertThat(workingDays.isWorkingDay(nationalDay)).as("a built-in holiday").isTrue();
            Page later = upload(HEAD + "2043-01-01,放假,元旦\r\n");
            assertThat(later.words()).contains("日历已更新：2043年放假1天、调休上班0天。", "2023年", "不在这个文件里，没有改变").containsSubsequence("2043年 撤回上传", "2023年 撤回上传");
        } finally {
            assertThat(Session.of(port, "admin").post("/calendar/2023/withdrawal", Map.of()).words()).doesNotContain("2023年");
        }
        assertThat(workingDays.isWorkingDay(nationalDay)).isFalse();
        assertThat(Session.of(port, "sanitation1").post("/calendar/2043/withdrawal", Map.of()).status()).isEqualTo(403);
        assertThat(Session.of(port, "admin").post("/calendar/2023/withdrawal", Map.of()).words()).contains("2023年没有上传过的内容");
    }

    @Test
    void whatChangesNothingAndWhatIsNoCsvIsNamed() {
        assertThat(upload(HEAD + "2044-01-04,上班,元旦\r\n").words()).contains("第2行：2044-01-04是星期一，本来就上班，不用写");
        assertThat(Session.of(port, "admin").upload("/calendar", "日历.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0}).words()).contains("不是 CSV", "另存为");
        assertThat(Session.of(port, "admin").upload("/calendar", "日历.csv", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}).words()).contains("另存为");
        for (byte[] binary : List.of(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0}, Bureau.pdf("日历"))) {
            Page page = Session.of(port, "admin").upload("/calendar", "bad.exe", binary);
            assertThat(page.status()).isEqualTo(415);
            assertThat(page.words()).contains("这不是表格文件。这里只收 CSV 文件", "首行为：日期,上班或放假,节日");
        }
    }

    @Test
    void anEmptyFileIsCalledOne() {
        assertThat(upload("").words()).contains("“日历.csv”是空文件，请确认选对了文件").doesNotContain("请先选择");
        assertThat(upload(HEAD).words()).contains("文件里只有首行，没有日期");
        assertThat(Session.of(port, "admin").upload("/calendar", "", new byte[0]).words()).contains("请先选择日历文件");
    }

    @Test
    void everybodyReadsItAndOnlyTheAdminChangesIt() {
        Session clerk = Session.of(port, "sanitation1");
        assertThat(clerk.get("/calendar").words()).contains("工作日历", "国庆节").doesNotContain("上传日历");
        assertThat(new Bureau(port, null).as("sanitation1").get("/api/days").text()).contains("\"today\":\"" + LocalDate.now() + "\"", "putOff");
        assertThat(clerk.upload("/calendar", "x.csv", HEAD.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(403);
    }

    @Test
    void whatIsDownloadedMayBeUploadedAgain() {
        Session admin = Session.of(port, "admin");
        byte[] template = admin.get("/calendar/template.csv").text().getBytes(StandardCharsets.UTF_8);
        assertThat(admin.upload("/calendar", "x.csv", template).status()).isEqualTo(200);
    }

    private Page upload(String csv) {
        return Session.of(port, "admin").upload("/calendar", "日历.csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
