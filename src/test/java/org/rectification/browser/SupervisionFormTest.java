package org.rectification.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Chromium.photograph;
import static org.rectification.support.Tasklist.choose;
import static org.rectification.support.Tasklist.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 现场检查 on a phone, and what the department makes of it. */
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisionFormTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;

    private Bureau bureau;
    private Tasklist tasklist;
    private String campaign;
    private String path;

    @BeforeAll
    void openBrowser() {
        setDefaultAssertionTimeout(60_000);
        bureau = new Bureau(port, management);
        tasklist = new Tasklist(port, bureau);
        String caseNumber = bureau.launchedCase(1);
        path = "/api/cases/" + caseNumber + "/campaigns/1";
        campaign = caseNumber + "-DC-1";
        created(bureau.as("supervisor1").post("/api/cases/" + caseNumber + "/campaigns",
                Map.of("title", "年底督导检查", "checkOn", LocalDate.now().toString(), "departments", List.of("sanitation", "finance"))));
    }

    @AfterAll
    void closeBrowser() {
        tasklist.close();
    }

    @Test
    void twoFindingsAndAPhotographAreRecordedWithAThumbAndPutRight() {
        Page phone = tasklist.atTask("supervisor1", campaign + ":sanitation", "Task_RecordFindings");
        phone.setViewportSize(390, 844);
        assertThat(phone.locator(".rf-due")).containsText("检查日期");
        assertThat(phone.locator("#correctionDays")).hasValue("10");
        phone.locator(".form-actions .btn-primary").click();
        assertThat(phone.locator(".rf-refused")).containsText("没有发现问题的，请点“未发现问题，直接提交”");

        finding(phone, 0).locator("textarea").fill("北门垃圾桶满溢，无分类标识。");
        assertThat(phone.locator(".rf-saved")).containsText("已保存");
        assertThat(phone.locator(".rf-clear")).isHidden();
        finding(phone, 0).locator("input[capture]").setInputFiles(photo("现场.png"));
        assertThat(finding(phone, 0).locator(".rf-picture img")).hasCount(1);
        finding(phone, 0).locator("select").selectOption("任务");
        phone.locator(".rf-add").click();
        phone.keyboard().type("台账缺三个月记录。");
        assertThat(phone.locator(".rf-saved")).containsText("已保存");
        for (Locator tool : phone.locator(".rf-pick").all()) assertThat(tool.boundingBox().height).as("a fingertip").isGreaterThanOrEqualTo(44);
        assertThat(phone.evaluate("() => document.querySelector('.rf').scrollWidth <= document.querySelector('.rf').clientWidth")).isEqualTo(true);
        finding(phone, 0).scrollIntoViewIfNeeded();
        photograph(phone, "findings-phone");

        phone.reload();
        assertThat(finding(phone, 1).locator("textarea")).hasValue("台账缺三个月记录。");
        assertThat(finding(phone, 0).locator(".rf-picture img")).hasCount(1);
        submit(phone);
        phone.setViewportSize(1366, 768);
        JsonNode check = bureau.as("auditor1").get(path + "/sanitation").json().get("check");
        assertThat(check.get("findings")).hasSize(2);
        assertThat(check.at("/findings/0/files/0/fileName").asText()).isEqualTo("现场.png");
        assertThat(check.at("/findings/0/taskTitle").asText()).isEqualTo("任务");

        Page clerk = tasklist.atTask("sanitation1", campaign + ":sanitation", "Task_CorrectFindings");
        clerk.locator(".form-actions .btn-primary").click();
        assertThat(clerk.locator(".rf-refused")).containsText("请填写问题1的整改情况");
        for (int n = 0; n < 2; n++) {
            finding(clerk, n).locator("textarea").fill("已整改" + n);
            finding(clerk, n).locator("input[type=file]").setInputFiles(photo("整改" + n + ".png"));
            assertThat(finding(clerk, n).locator(".rf-picture-box")).hasCount(1);
        }
        assertThat(clerk.locator(".rf-saved")).containsText("已保存");
        photograph(clerk, "findings-corrected");
        submit(clerk);

        Page checker = tasklist.atTask("supervisor2", campaign + ":sanitation", "Task_RecheckFindings");
        assertThat(checker.locator("[data-part=findingsToRecheck]")).containsText("已整改1");
        photograph(checker, "findings-recheck");
        choose(checker, "通过");
        submit(checker);
        assertThat(bureau.as("auditor1").get(path + "/sanitation").json().at("/check/status").asText()).isEqualTo("CORRECTED");
    }

    @Test
    void oneClickSaysThatNothingWasFound() {
        Page opener = tasklist.open("supervisor1", path.replace("/api", ""));
        opener.locator("text=不再检查部分或全部未查科室").click();
        opener.locator("[name=departments][value=finance]").check();
        opener.fill("[name=reason]", "点错了");
        opener.locator("text=取消勾选科室的检查").click();
        assertThat(opener.locator("dialog")).containsText(Pattern.compile("财务科.*勾选的科室不再列入本次检查", Pattern.DOTALL));
        opener.locator("dialog >> text=再看看").click();
        assertThat(opener.locator("[name=departments][value=finance]")).isChecked();

        Page phone = tasklist.atTask("supervisor2", campaign + ":finance", "Task_RecordFindings");
        phone.setViewportSize(390, 844);
        phone.locator(".rf-clear").scrollIntoViewIfNeeded();
        photograph(phone, "findings-none");
        phone.locator(".rf-clear").click();
        assertThat(phone.locator(".rf")).hasCount(0);
        phone.setViewportSize(1366, 768);
        assertThat(bureau.as("auditor1").get(path + "/finance").json().at("/check/status").asText()).isEqualTo("CLEAR");
    }

    private static Locator finding(Page page, int n) {
        return page.locator(".rf-finding").nth(n);
    }

    private static FilePayload photo(String name) {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(120, 150, 110));
        pen.fillRect(0, 0, 320, 240);
        pen.setColor(Color.DARK_GRAY);
        pen.fillRect(90, 80, 140, 120);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new FilePayload(name, "image/png", bytes.toByteArray());
    }
}
