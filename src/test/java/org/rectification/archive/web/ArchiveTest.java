package org.rectification.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 一问题一档: whole, in order, true to what was filed, and for nobody who may not read the task. */
class ArchiveTest {

    @Nested
    @OnH2
    class H2 extends OneTask {

        /** The demo has lived half a year: letters, extensions, blocks, checks, proposals. */
        @Test
        void everyTaskOfTheDemoHasAnArchive() throws Exception {
            StringBuilder paths = new StringBuilder();
            StringBuilder indexes = new StringBuilder();
            for (JsonNode row : bureau().as("auditor1").get("/api/cases/HT-2026-01/tasks?size=200").json().get("content")) {
                Map<String, byte[]> archive = opened(archive("auditor1", row.get("taskNumber").asText()));
                requireTrueManifest(archive);
                archive.keySet().forEach(path -> paths.append(path).append('\n'));
                indexes.append(index(archive));
            }
            assertThat(paths).containsPattern("督办文书/.*督办〔\\d{4}〕\\d+号( \\(\\d+\\))?\\.docx").contains("延期材料/第1次申请延期/", " 专题会/应急供水工程专题会纪要.pdf");
            for (String told : List.of("督办 · 督办单", "第1次申请延期 · 审定", "第1次申请认定客观受阻 · 认定", "发现问题", "监督建议“", "台账附册 · 建章立制 · 修订", "本期无新进展", "href=\"%E7%9D%A3%E5%8A%9E")) {
                assertThat(indexes.indexOf(told)).as(told).isPositive();
            }
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends OneTask {
    }
}

abstract class OneTask {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired JdbcClient jdbc;

    Bureau bureau() {
        return new Bureau(port, management);
    }

    Answer archive(String reader, String task) {
        return bureau().as(reader).get("/api/tasks/" + task + "/archive.zip");
    }

    static Map<String, byte[]> opened(Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) assertThat(entries.put(entry.getName(), zip.readAllBytes())).isNull();
        }
        return entries;
    }

    static String index(Map<String, byte[]> archive) {
        return new String(archive.get("index.html"), StandardCharsets.UTF_8);
    }

    /** @return the manifest, which names every other entry and what is really in it */
    static JsonNode requireTrueManifest(Map<String, byte[]> archive) throws IOException, GeneralSecurityException {
        JsonNode manifest = new ObjectMapper().readTree(archive.get("manifest.json"));
        assertThat(manifest.get("entries")).hasSize(archive.size() - 1);
        for (JsonNode entry : manifest.get("entries")) {
            byte[] bytes = archive.get(entry.get("path").asText());
            assertThat(entry.get("size").asLong()).isEqualTo(bytes.length);
            assertThat(entry.get("sha256").asText()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
        return manifest;
    }

    @Test
    void aTaskRefusedOnceAndSignedOffIsOnFileAsAWhole() throws Exception {
        String caseNumber = bureau().launchedCase(1);
        String task = taskNumber(caseNumber, 1);
        byte[] large = pdf("x".repeat(600_000));
        created(bureau().as("sanitation1").upload("/api/tasks/" + task + "/evidence", Map.of("现场照片.pdf", pdf("前"))));
        created(bureau().as("sanitation1").upload("/api/tasks/" + task + "/evidence", Map.of("现场照片.pdf", large)));
        bureau().supported(task);
        done(bureau().as("sanitation1").complete(task, "Task_Implement", Map.of("completionStatement", "已完成<script>alert(1)</script>")));
        done(bureau().as("sanitationhead").complete(task, "Task_Endorse", Map.of("endorsed", true, "opinion", "属实")));
        done(bureau().as("supervisor1").complete(task, "Task_Check", Map.of("checkPassed", false, "opinion", "照片缺两处")));
        bureau().signedOff(task);

        Answer answer = archive("finance1", task);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"" + task + ".zip\"");
        Map<String, byte[]> archive = opened(answer);
        assertThat(archive.keySet()).containsExactly("index.html", "佐证材料/第1次报验/现场照片.pdf", "佐证材料/第1次报验/现场照片 (2).pdf", "佐证材料/第2次报验/记录.pdf", "manifest.json");
        assertThat(archive.get("佐证材料/第1次报验/现场照片 (2).pdf")).isEqualTo(large);

        JsonNode manifest = requireTrueManifest(archive);
        assertThat(manifest.get("taskNumber").asText()).isEqualTo(task);
        assertThat(manifest.get("madeBy").asText()).isEqualTo("finance1");
        assertThat(manifest.at("/entries/2/filedBy").asText()).isEqualTo("sanitation1");
        JsonNode filed = bureau().as("auditor1").get("/api/tasks/" + task + "/evidence").json().at("/content/1");
        assertThat(manifest.at("/entries/2/sha256")).isEqualTo(filed.get("sha256"));

        String index = index(archive);
        assertThat(index).contains("市委第二巡察组", "第1个问题的表述。", "有方案、有清单、有照片。", "制定方案", "财务科", "已落实资金并拨付到位。", "完成并长期坚持", filed.get("sha256").asText())
                .containsSubsequence("第1次报验 · 报验", "&lt;script&gt;alert(1)&lt;/script&gt;", "第1次报验 · 审签", "属实", "第1次报验 · 核查", "退回", "照片缺两处", "第2次报验 · 报验", "第2次报验 · 销号审定", "通过")
                .doesNotContain("<script", "http://", "https://", " th:");
        JsonNode rounds = bureau().as("auditor1").get("/api/tasks/" + task).json().get("rounds");
        assertThat(rounds).hasSize(2);
        rounds.forEach(round -> round.get("decisions").forEach(decision -> assertThat(index).contains(decision.get("personName").asText())));
        assertThat(Session.of(port, "leader2").get("/tasks/" + task).text()).contains("/api/tasks/" + task + "/archive.zip");
    }

    @Test
    void aProblemAndAWholeCaseAreOneFileEach() throws Exception {
        String caseNumber = bureau().launchedCase(2);
        String first = taskNumber(caseNumber, 1);
        bureau().signedOff(first);
        String path = "/api/cases/" + caseNumber;

        Answer answer = bureau().as("auditor1").get(path + "/problems/1/archive.zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).contains(caseNumber + "%20%E9%97%AE%E9%A2%981");
        Map<String, byte[]> problem = opened(answer);
        assertThat(problem.keySet()).containsExactly("index.html", first + "/佐证材料/第1次报验/记录.pdf", "manifest.json");
        JsonNode manifest = requireTrueManifest(problem);
        assertThat(manifest.get("caseNumber").asText()).isEqualTo(caseNumber);
        assertThat(manifest.get("problem").asInt()).isOne();
        assertThat(index(problem)).containsSubsequence("第1个问题的表述。", "1项，已销号1项", "href=\"#task-" + first + "\"", "id=\"task-" + first + "\"", "第1次报验 · 销号审定", "href=\"" + first + "/%E4%BD%90")
                .doesNotContain("<script", "http://", "https://", " th:", "第2个问题的表述");

        Map<String, byte[]> whole = opened(bureau().as("auditor1").get(path + "/archive.zip"));
        assertThat(whole.keySet()).containsExactly("index.html", "问题1/index.html", "问题1/" + first + "/佐证材料/第1次报验/记录.pdf", "问题1/manifest.json", "问题2/index.html", "问题2/manifest.json", "manifest.json");
        assertThat(index(whole)).containsSubsequence("href=\"%E9%97%AE%E9%A2%981/index.html\"", "href=\"%E9%97%AE%E9%A2%981/index.html#task-" + first + "\"", "href=\"%E9%97%AE%E9%A2%982/index.html\"");
        requireTrueManifest(within("问题1/", whole));
        Map<String, byte[]> top = new LinkedHashMap<>(whole);
        top.keySet().removeIf(name -> name.startsWith("问题") && !name.endsWith("/manifest.json"));
        requireTrueManifest(top);

        assertThat(Session.of(port, "auditor1").get("/cases/" + caseNumber).text()).contains(path + "/archive.zip", path + "/problems/2/archive.zip");
        assertThat(Session.of(port, "sanitation1").get("/cases/" + caseNumber + "/ledger").text()).contains(path + "/archive.zip", path + "/problems/1/archive.zip");
        assertThat(Session.of(port, "sanitation1").get("/tasks/" + first).text()).contains(path + "/problems/1/archive.zip");
    }

    private static Map<String, byte[]> within(String folder, Map<String, byte[]> archive) {
        Map<String, byte[]> inside = new LinkedHashMap<>();
        archive.forEach((name, bytes) -> {
            if (name.startsWith(folder)) inside.put(name.substring(folder.length()), bytes);
        });
        return inside;
    }

    @Test
    void aDepartmentGetsWhatItMayReadOfAProblemAndACase() throws Exception {
        String caseNumber = bureau().caseInDecomposition(1);
        created(bureau().as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1), ofParks(Bureau.task(1))))));
        done(bureau().as("office1").complete(caseNumber, "Task_DecomposeTasks", Map.of()));
        bureau().runJobs(caseNumber);
        String theirs = taskNumber(caseNumber, 1);
        String ours = caseNumber + "-01-02";
        String path = "/api/cases/" + caseNumber;
        created(bureau().as("sanitation1").upload("/api/tasks/" + theirs + "/evidence", Map.of("环卫台账.pdf", pdf("环卫"))));
        created(bureau().as("parks1").upload("/api/tasks/" + ours + "/evidence", Map.of("公园台账.pdf", pdf("公园"))));

        Map<String, byte[]> problem = opened(bureau().as("parks1").get(path + "/problems/1/archive.zip"));
        assertThat(index(problem)).contains(ours, "只收与导出人所在科室有关的任务").doesNotContain(theirs);
        assertThat(problem.keySet()).containsExactly("index.html", ours + "/佐证材料/第1次报验/公园台账.pdf", "manifest.json");
        assertThat(index(opened(bureau().as("auditor1").get(path + "/problems/1/archive.zip")))).contains(ours, theirs).doesNotContain("只收与");
        Map<String, byte[]> whole = opened(bureau().as("parks1").get(path + "/archive.zip"));
        assertThat(whole.keySet()).containsExactly("index.html", "问题1/index.html", "问题1/" + ours + "/佐证材料/第1次报验/公园台账.pdf", "问题1/manifest.json", "manifest.json");
        whole.forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8)).as(name).doesNotContain(theirs, "环卫台账"));
        for (String refused : List.of("/problems/1/archive.zip", "/archive.zip")) {
            Answer others = bureau().as("legal1").get(path + refused);
            assertThat(others.status()).isEqualTo(403);
            assertThat(others.reason()).contains("由其他科室承办，您无权查看");
        }
        assertThat(bureau().as("auditor1").get(path + "/problems/9/archive.zip").status()).isEqualTo(404);
        assertThat(bureau().as("auditor1").get("/api/cases/NO-SUCH/archive.zip").status()).isEqualTo(404);
    }

    @Test
    void minutesOfAMeetingOnAProblemAreFiledOnceForAllItsTasks() throws Exception {
        String caseNumber = bureau().caseWithProblems(1);
        created(bureau().as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Bureau.task(1), ofParks(Bureau.task(1))))));
        created(bureau().as("office1").upload("/api/cases/" + caseNumber + "/registers/meetings", Map.of("kind", "PARTY_COMMITTEE", "date", "2026-02-03", "chair", "王建国", "decisions", "听取汇报", "problems", "1"),
                "file", Map.of("纪要.pdf", pdf("纪要"))));
        Map<String, byte[]> problem = opened(bureau().as("auditor1").get("/api/cases/" + caseNumber + "/problems/1/archive.zip"));
        requireTrueManifest(problem);
        assertThat(problem.keySet()).containsExactly("index.html", "会议纪要/2026-02-03 党组会议/纪要.pdf", "manifest.json");
        String href = "href=\"%E4%BC%9A%E8%AE%AE%E7%BA%AA%E8%A6%81/";
        assertThat(index(problem)).containsSubsequence("id=\"task-" + taskNumber(caseNumber, 1), href, "id=\"task-" + caseNumber + "-01-02", href);
        assertThat(opened(archive("parks1", caseNumber + "-01-02")).keySet()).contains("会议纪要/2026-02-03 党组会议/纪要.pdf");
    }

    private static Map<String, Object> ofParks(Map<String, ?> task) {
        Map<String, Object> changed = new LinkedHashMap<>(task);
        changed.put("leadDepartment", "parks");
        changed.remove("supportingDepartments");
        changed.put("title", "公园的任务");
        return changed;
    }

    @Test
    void anArchiveThatFailsHalfWayDoesNotPassForAWholeOne() {
        String caseNumber = bureau().launchedCase(2);
        byte[] large = new byte[600_000];
        new Random(1).nextBytes(large);
        created(bureau().as("sanitation1").upload("/api/tasks/" + taskNumber(caseNumber, 1) + "/evidence", Map.of("现场照片.pdf", pdf(new String(large, StandardCharsets.ISO_8859_1)))));
        String unreadable = taskNumber(caseNumber, 2);
        created(bureau().as("sanitation1").upload("/api/tasks/" + unreadable + "/evidence", Map.of("记录.pdf", pdf("记录"))));
        jdbc.sql("update ledger.evidence set kind = 'NONE' where task_number = ?").param(unreadable).update();
        try {
            assertThatThrownBy(() -> bureau().as("auditor1").get("/api/cases/" + caseNumber + "/archive.zip")).isInstanceOf(UncheckedIOException.class);
        } finally {
            jdbc.sql("update ledger.evidence set kind = 'PDF' where task_number = ?").param(unreadable).update();
        }
    }

    @Test
    void whoMayNotReadTheTaskGetsNoArchive() {
        String task = taskNumber(bureau().launchedCase(1), 1);
        Answer others = archive("parks1", task);
        assertThat(others.status()).isEqualTo(403);
        assertThat(others.reason()).contains("由其他科室承办，您无权查看");
        assertThat(archive("parks1", "NO-SUCH-01-01").status()).isEqualTo(404);
    }
}
