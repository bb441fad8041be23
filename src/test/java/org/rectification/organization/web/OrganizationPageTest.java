package org.rectification.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnH2
class OrganizationPageTest {

    private static final String HEAD = "账号,姓名,科室代码,科室名称,角色,初始密码\r\n";

    @LocalServerPort int port;

    @Test
    void aFileAsExcelSavesItBringsAccountsWhosePasswordsAreShownOnce() {
        Session admin = Session.of(port, "admin");
        byte[] file = (HEAD + "gao9,高小九,legal,法规科,经办人,\r\nlegal1,新名字,legal,法规科,经办人,\r\n").getBytes(Charset.forName("GB18030"));

        String first = admin.upload("/organization", "人员.csv", file).text();
        assertThat(first).contains("新账号1个", "高小九", "新名字");
        Matcher password = Pattern.compile("<td>gao9</td><td>高小九</td><td><code>(\\w{12})</code></td>").matcher(first);
        assertThat(password.find()).isTrue();
        assertThat(first).doesNotContain("<td>legal1</td><td>新名字</td><td><code>");
        assertThat(Session.at(port).login("gao9", password.group(1)).path()).isEqualTo("/");

        assertThat(admin.upload("/organization", "人员.csv", file).words()).contains("新账号0个");
    }

    @Test
    void aFileThatCannotBeUnderstoodChangesNothingAndNamesItsLines() {
        Page page = Session.of(port, "admin").upload("/organization", "x.csv", ("\uFEFF" + HEAD + "lin8,林八,,,整改办,\r\nzhu7,朱七,,,局长,\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.words()).contains("第3行：不认识的角色“局长”").doesNotContain("林八");
    }

    @Test
    void anEmptyFileIsCalledSo() {
        Page page = Session.of(port, "admin").upload("/organization", "x.csv", new byte[0]);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.words()).contains("“x.csv”是空文件", "名册没有改变");
    }

    @Test
    void aFileTooLargeIsCalledSo() {
        Page page = Session.of(port, "admin").upload("/organization", "x.csv", new byte[22 * 1024 * 1024]);
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.words()).contains("超过5 MB");
    }

    @Test
    void aFileThatLeavesNoAdminIsRefused() {
        Session admin = Session.of(port, "admin");
        Page page = admin.upload("/organization", "x.csv", (HEAD + "admin,平台管理员,,,审计,\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.words()).contains("导入后将没有平台管理员");
        assertThat(admin.get("/organization").status()).isEqualTo(200);
    }

    @Test
    void theRosterComesBackInTheSameShape() {
        Session admin = Session.of(port, "admin");
        Page roster = admin.get("/organization/template.csv");
        assertThat(roster.text()).startsWith("\uFEFF" + HEAD.replace("\r\n", ",邮箱,AB角\r\n")).contains("office1,周敏,,,整改办,", "sanitationhead,罗成,sanitation,环境卫生科,负责人,");
        assertThat(admin.upload("/organization", "x.csv", roster.text().getBytes(StandardCharsets.UTF_8)).words()).contains("新账号0个");
    }

    @Test
    void itIsTheAdminsOnly() {
        Page page = Session.of(port, "office1").get("/organization");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.words()).contains("人员名册由平台管理员维护");
    }
}
