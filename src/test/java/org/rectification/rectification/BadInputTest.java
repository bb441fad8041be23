package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;
import static org.rectification.support.Bureau.problem;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.support.Bureau;
import org.rectification.support.Caller;
import org.rectification.support.Caller.Answer;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and programs send by mistake: told in Chinese what is wrong and where, never a 500, and the ledger is as it was. */
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired JdbcClient jdbc;
    Bureau bureau;
    String drafting;
    String launched;
    String task;

    @BeforeAll
    void oneCaseBeingDraftedAndOneLaunched() {
        bureau = new Bureau(port, management);
        drafting = bureau.caseWithProblems(2);
        launched = bureau.launchedCase(1);
        task = taskNumber(launched, 1);
    }

    /** Row counts and contents of every table of ours. */
    private Map<String, Object> ledger() {
        Map<String, Object> state = new LinkedHashMap<>();
        for (String table : jdbc.sql("select lower(table_name) from information_schema.tables where lower(table_schema) = 'ledger' order by 1").query(String.class).list()) {
            if (!table.equals("flyway_schema_history")) state.put(table, jdbc.sql("select * from ledger." + table).query().listOfRows().stream()
                    .map(row -> row.values().stream().map(value -> value instanceof byte[] bytes ? Arrays.hashCode(bytes) : value).toList().toString()).sorted().toList());
        }
        return state;
    }

    private void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode body = answer.json();
        assertThat(List.of("type", "title", "status", "detail", "errors")).allMatch(body::has);
        assertThat(body.get("status").asInt()).isEqualTo(status);
        assertThat(body.get("title").asText() + "|" + body.get("detail").asText()).matches(".*\\p{IsHan}.*\\|[^|]*\\p{IsHan}.*");
        body.get("errors").forEach(error -> {
            assertThat(List.of("row", "field", "reason")).allMatch(error::has);
            assertThat(error.get("reason").asText()).containsPattern("\\p{IsHan}");
        });
    }

    private static Map<String, Object> with(Map<String, Object> base, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(base);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> measure(String text, String deadline) {
        return Map.of("text", text, "deadline", deadline);
    }

    // Problems and tasks

    static Stream<Arguments> badProblems() {
        return Stream.of(Arguments.of("title", null), Arguments.of("title", " "), Arguments.of("title", "长".repeat(201)), Arguments.of("aspect", null), Arguments.of("aspect", "长".repeat(201)),
                Arguments.of("text", null), Arguments.of("text", "长".repeat(4001)), Arguments.of("progress", "长".repeat(4001)), Arguments.of("origin", "ELSEWHERE"), Arguments.of("origin", "feedback"),
                Arguments.of("title", "a\u0000b"), Arguments.of("text", "a\u0008b"));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("badProblems")
    void aBadProblemIsRefusedWithEveryRowNamed(String field, Object value) {
        var before = ledger();
        Answer answer = bureau.as("office1").post("/api/cases/" + drafting + "/problems", Map.of("problems", List.of(problem(7), with(problem(8), field, value))));
        assertRefused(answer, 400);
        assertThat(answer.json().at("/errors/0/row").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertRefused(bureau.as("office1").put("/api/cases/" + drafting + "/problems/1", with(problem(1), field, value == null ? "" : value)), 400);
        assertThat(ledger()).isEqualTo(before);
    }

    static Stream<Arguments> badTasks() {
        return Stream.of(
                Arguments.of("problem", null), Arguments.of("problem", 99), Arguments.of("problem", 0), Arguments.of("problem", -1), Arguments.of("problem", "eins"), Arguments.of("problem", 1.5),
                Arguments.of("problem", "99999999999999"), Arguments.of("title", ""), Arguments.of("title", "长".repeat(201)), Arguments.of("title", "a\u001bb"),
                Arguments.of("kind", "SOON"), Arguments.of("phase", "NEVER"), Arguments.of("leadDepartment", "nowhere"), Arguments.of("leadDepartment", "sanitation' or 1=1 --"),
                Arguments.of("supportingDepartments", List.of("nowhere")), Arguments.of("supportingDepartments", List.of("sanitation")), Arguments.of("leadLeader", "nobody"),
                Arguments.of("deadline", "1999-12-31"), Arguments.of("deadline", LocalDate.now().minusDays(31).toString()), Arguments.of("deadline", "2026-02-30"), Arguments.of("deadline", "2026/11/21"),
                Arguments.of("deadline", "tomorrow"), Arguments.of("deadline", "+999999999-12-31"), Arguments.of("deadline", "2026-11-21T00:00:00Z"), Arguments.of("signOffStandard", "长".repeat(1001)),
                Arguments.of("measures", List.of("")), Arguments.of("measures", List.of("长".repeat(1001))), Arguments.of("measures", IntStream.range(0, 51).mapToObj(i -> "措施" + i).toList()),
                Arguments.of("measures", List.of(measure("措施", "2026-13-01"))), Arguments.of("measures", List.of(measure("措施", "1999-01-01"))), Arguments.of("measures", Arrays.asList((Object) null)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("badTasks")
    void aBadTaskIsRefusedWithEveryRowNamed(String field, Object value) {
        var before = ledger();
        Answer answer = bureau.as("office1").post("/api/cases/" + drafting + "/tasks", Map.of("tasks", List.of(Bureau.task(1), with(Bureau.task(2), field, value))));
        assertRefused(answer, 400);
        assertThat(answer.json().at("/errors/0/row").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(ledger()).isEqualTo(before);
    }

    @Test
    void equalProblemsAreRefusedWhereverTheyStand() {
        var before = ledger();
        assertRefused(bureau.as("office1").post("/api/cases/" + drafting + "/problems", Map.of("problems", List.of(problem(1)))), 409);
        assertRefused(bureau.as("office1").post("/api/cases/" + drafting + "/problems", Map.of("problems", List.of(problem(5), problem(5)))), 409);
        assertRefused(bureau.as("office1").put("/api/cases/" + drafting + "/problems/2", Map.of("title", "问题1")), 409);
        assertThat(ledger()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "[1,2]", "\"text\"", "null", "7", "true", "{}", "{\"problems\":null}", "{\"problems\":[]}", "{\"problems\":{}}", "{\"problems\":\"x\"}", "{\"problems\":[1]}",
            "{\"problems\":[null]}", "{\"problems\":[[]]}", "{\"problems\":[{}]}", "{\"problems\":[{\"title\":{\"a\":1},\"aspect\":[],\"text\":7}]}", "{\"tasks\":[{\"measures\":{\"a\":1}}]}", "{\"tasks\":[{\"measures\":[7,[]]}]}",
            "{\"tasks\":[{\"supportingDepartments\":\"x\"}]}", "{\"tasks\":[{\"deadline\":20261121}]}", "{\"tasks\":[{\"problem\":{}}]}", "{\"problems\":[{\"title\":\"\\ud800\",\"aspect\":\"a\",\"text\":\"t\"}]}", "<xml/>"})
    void whatIsNoRequestIsTold(String body) {
        var before = ledger();
        assertRefused(bureau.as("office1").postRaw("/api/cases/" + drafting + "/problems", body), 400);
        assertRefused(bureau.as("office1").postRaw("/api/cases/" + drafting + "/tasks", body), 400);
        assertThat(ledger()).isEqualTo(before);
    }

    @Test
    void tooManyRowsAndTooDeepJsonAreRefused() {
        var before = ledger();
        assertRefused(bureau.as("office1").post("/api/cases/" + drafting + "/problems", Map.of("problems", IntStream.range(0, 1001).mapToObj(Bureau::problem).toList())), 400);
        assertRefused(bureau.as("office1").postRaw("/api/cases/" + drafting + "/problems", "{\"problems\":" + "[".repeat(5000) + "]".repeat(5000) + "}"), 400);
        assertThat(ledger()).isEqualTo(before);
    }

    // Unknown, not yours, too late

    static Stream<Arguments> unknownOrNotYours() {
        Map<String, Object> problems = Map.of("problems", List.of(problem(9)));
        return Stream.of(
                Arguments.of("office1", "GET", "/api/cases/NO-SUCH", null, 404), Arguments.of("office1", "GET", "/api/cases/NO-SUCH/tasks", null, 404), Arguments.of("office1", "GET", "/api/cases/NO-SUCH/problems", null, 404),
                Arguments.of("office1", "GET", "/api/cases/NO-SUCH/reconciliation", null, 404), Arguments.of("office1", "POST", "/api/cases/NO-SUCH/problems", problems, 404),
                Arguments.of("office1", "POST", "/api/cases/NO-SUCH/tasks", Map.of("tasks", List.of(Bureau.task(1))), 404), Arguments.of("office1", "GET", "/api/tasks/NO-SUCH", null, 404),
                Arguments.of("office1", "PUT", "/api/tasks/NO-SUCH", Map.of("title", "x"), 404), Arguments.of("office1", "DELETE", "/api/tasks/NO-SUCH", null, 404),
                Arguments.of("sanitation1", "GET", "/api/tasks/NO-SUCH/evidence", null, 404), Arguments.of("sanitation1", "GET", "/api/tasks/{t}/evidence/999999", null, 404),
                Arguments.of("sanitation1", "DELETE", "/api/tasks/{t}/evidence/999999", null, 404), Arguments.of("sanitation1", "GET", "/api/tasks/{t}/evidence/abc", null, 400),
                Arguments.of("sanitation1", "GET", "/api/tasks/{t}/evidence/99999999999999999999", null, 400), Arguments.of("office1", "GET", "/api/nowhere", null, 404), Arguments.of("office1", "GET", "/api", null, 404),
                Arguments.of("office1", "PUT", "/api/cases/{d}/problems/99", Map.of("title", "x"), 404), Arguments.of("office1", "DELETE", "/api/cases/{d}/problems/99", null, 404),
                Arguments.of("office1", "DELETE", "/api/cases/{d}/problems/one", null, 400), Arguments.of("office1", "DELETE", "/api/cases/{d}/problems/99999999999", null, 400),
                Arguments.of("sanitation1", "POST", "/api/cases/{d}/problems", problems, 403), Arguments.of("leader1", "POST", "/api/cases/{d}/problems", problems, 403), Arguments.of("admin", "POST", "/api/cases/{d}/problems", problems, 403),
                Arguments.of("supervisor1", "PUT", "/api/cases/{d}/problems/1", Map.of("title", "x"), 403), Arguments.of("sanitation1", "DELETE", "/api/cases/{d}/problems/1", null, 403),
                Arguments.of("sanitationhead", "POST", "/api/cases/{d}/tasks", Map.of("tasks", List.of(Bureau.task(1))), 403), Arguments.of("sanitation1", "PUT", "/api/tasks/{t}", Map.of("deadline", "2030-01-01"), 403),
                Arguments.of("sanitation1", "DELETE", "/api/tasks/{t}", null, 403),
                Arguments.of("office1", "PUT", "/api/tasks/{t}", Map.of("deadline", "2030-01-01"), 409), Arguments.of("office1", "DELETE", "/api/tasks/{t}?reason=x", null, 409),
                Arguments.of("office1", "PUT", "/api/cases/{l}/problems/1", Map.of("title", "x"), 409), Arguments.of("office1", "DELETE", "/api/cases/{l}/problems/1?reason=x", null, 409),
                Arguments.of("office1", "POST", "/api/cases/{l}/problems", problems, 409), Arguments.of("office1", "POST", "/api/cases/{l}/tasks", Map.of("tasks", List.of(Bureau.task(1))), 409),
                Arguments.of("office1", "PUT", "/api/cases", Map.of(), 405), Arguments.of("office1", "DELETE", "/api/cases/{d}", null, 405), Arguments.of("office1", "POST", "/api/tasks/{t}", Map.of(), 405),
                Arguments.of("office1", "PATCH", "/api/tasks/{t}", null, 405));
    }

    @ParameterizedTest
    @MethodSource("unknownOrNotYours")
    void theStatusSaysWhoseMistakeItIs(String person, String method, String path, Object body, int status) {
        var before = ledger();
        String filled = path.replace("{t}", task).replace("{d}", drafting).replace("{l}", launched);
        Caller caller = bureau.as(person);
        Answer answer = body == null ? caller.call(method, filled) : method.equals("POST") ? caller.post(filled, body) : caller.put(filled, body);
        assertRefused(answer, status);
        assertThat(ledger()).isEqualTo(before);
    }

    @Test
    void anotherContentTypeIsRefused() {
        assertRefused(bureau.as("office1").call("POST", "/api/cases/" + drafting + "/problems"), 400);
        assertRefused(bureau.as("office1").upload("/api/cases/" + drafting + "/problems", Map.of("a.pdf", pdf("a"))), 415);
        assertRefused(bureau.as("sanitation1").post("/api/tasks/" + task + "/evidence", Map.of()), 415);
    }

    // Lists

    @ParameterizedTest
    @ValueSource(strings = {"sort=nothing,asc", "sort=deadline,sideways", "sort=deadline;drop%20table", "sort=t.task_number,asc", "sort=title,asc,desc", "page=-1", "page=x", "page=99999999999", "size=0", "size=1000", "size=-5", "size=1e3",
            "light=PINK", "status=DONE", "department=nowhere", "q=%00", "q=%01abc", "page=1.5"})
    void aListAskedForWronglyIsTold(String query) {
        assertRefused(bureau.as("office1").get("/api/cases/" + launched + "/tasks?" + query), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%25", "q=_", "q='", "q=%22%3B--", "q=%5C", "q=!", "q=%F0%9F%98%80", "q=", "sort=", "page=0&size=200", "page=1000000", "sort=deadline,DESC", "sort=title", "department=&light=&status=", "q=%E4%BB%BB%E5%8A%A1"})
    void aListAskedForStrangelyIsStillAList(String query) {
        Answer answer = bureau.as("office1").get("/api/cases/" + launched + "/tasks?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(List.of("content", "page", "size", "total")).allMatch(answer.json()::has);
        if (List.of("q=%25", "q=_", "q='", "q=%22%3B--", "q=%5C", "q=!", "q=%F0%9F%98%80").contains(query)) assertThat(answer.json().get("total").asInt()).as("no wildcard").isZero();
    }

    @Test
    void legalTextComesBackAsItWasSent() {
        String caseNumber = bureau.caseWithProblems(1);
        for (String text : List.of("<script>alert(1)</script>&amp;", "'; drop table ledger.problem; --", "😀𠮷👩‍👩‍👧 表情", "第一行\n第二行\t缩进", "${7*7} #{x} {{y}}", "\\u0000 \\ \" /", "=1+1", "右\u202e左", "100% 完成_是!")) {
            Answer answer = bureau.as("office1").post("/api/cases/" + caseNumber + "/problems", Map.of("problems", List.of(Map.of("aspect", text, "title", text, "text", text))));
            created(answer);
            assertThat(answer.json().at("/problems/0/text").asText()).isEqualTo(text);
        }
        List<String> titles = new ArrayList<>();
        bureau.as("office1").get("/api/cases/" + caseNumber + "/problems").json().get("problems").forEach(each -> titles.add(each.get("title").asText()));
        assertThat(titles).contains("<script>alert(1)</script>&amp;", "😀𠮷👩‍👩‍👧 表情", "第一行\n第二行\t缩进").hasSize(10);
        assertThat(bureau.as("office1").post("/api/cases/" + caseNumber + "/problems", Map.of("problems", List.of(Map.of("aspect", "长".repeat(200), "title", "长".repeat(200), "text", "长".repeat(4000))))).status()).isEqualTo(201);
    }

    // Files

    static Stream<Arguments> badFiles() {
        byte[] exe = "MZ\u0090\u0000".getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                Arguments.of("an exe", "a.exe", exe, 415), Arguments.of("an exe renamed", "a.pdf", exe, 415), Arguments.of("a page renamed", "a.pdf", "<html></html>".getBytes(StandardCharsets.UTF_8), 415),
                Arguments.of("a page", "a.html", "<html></html>".getBytes(StandardCharsets.UTF_8), 415), Arguments.of("an image that scripts", "a.svg", "<svg/>".getBytes(StandardCharsets.UTF_8), 415),
                Arguments.of("no extension", "pdf", pdf("x"), 415), Arguments.of("two extensions", "a.pdf.exe", pdf("x"), 415), Arguments.of("a pdf as docx", "a.docx", pdf("x"), 415),
                Arguments.of("a zip as docx", "a.docx", zip("readme.txt"), 415), Arguments.of("a docx as xlsx", "a.xlsx", zip("[Content_Types].xml", "word/document.xml"), 415),
                Arguments.of("a docx with macros", "a.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), 415), Arguments.of("a docm", "a.docm", zip("[Content_Types].xml", "word/document.xml"), 415),
                Arguments.of("a torn docx", "a.docx", Arrays.copyOf(zip("[Content_Types].xml", "word/document.xml"), 40), 415), Arguments.of("too short", "a.png", new byte[] {(byte) 0x89, 0x50}, 415),
                Arguments.of("empty", "a.pdf", new byte[0], 400), Arguments.of("a name too long", "长".repeat(201) + ".pdf", pdf("x"), 400), Arguments.of("no name", "", pdf("x"), 400), Arguments.of("a name of a path only", "../", pdf("x"), 400),
                Arguments.of("20 MB and a byte", "a.pdf", Arrays.copyOf(pdf("x"), 20 * 1024 * 1024 + 1), 413), Arguments.of("22 MB", "a.pdf", Arrays.copyOf(pdf("x"), 22 * 1024 * 1024), 413));
    }

    private static byte[] zip(String... names) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void aBadFileIsRefusedTogetherWithTheGoodOnesBesideIt(String what, String name, byte[] content, int status) {
        var before = ledger();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("好.pdf", pdf("good"));
        files.put(name, content);
        assertRefused(bureau.as("sanitation1").upload("/api/tasks/" + task + "/evidence", files), status);
        assertThat(ledger()).isEqualTo(before);
    }

    @Test
    void twentyFilesPassAndOneMoreDoesNot() {
        var before = ledger();
        Map<String, byte[]> files = new LinkedHashMap<>();
        IntStream.range(0, 21).forEach(i -> files.put("第" + i + "份.pdf", pdf("n" + i)));
        assertRefused(bureau.as("sanitation1").upload("/api/tasks/" + task + "/evidence", files), 400);
        assertRefused(bureau.as("sanitation1").upload("/api/tasks/" + task + "/evidence", Map.of()), 400);
        assertRefused(bureau.as("sanitation1").upload("/api/tasks/" + task + "/evidence", "another", Map.of("a.pdf", pdf("a"))), 400);
        assertThat(ledger()).isEqualTo(before);
        files.remove("第20份.pdf");
        assertThat(bureau.as("sanitation1").upload("/api/tasks/" + task + "/evidence", files).json().get("evidence")).hasSize(20);
    }

    @Test
    void aFilesNameIsAPlainNameWhateverWasSent() {
        for (Map.Entry<String, String> name : Map.of("../../etc/passwd.pdf", "passwd.pdf", "C:\\照片\\现场.pdf", "现场.pdf", "a<b>:c|d?e*.pdf", "a_b__c_d_e_.pdf").entrySet()) {
            Answer answer = bureau.as("sanitation1").upload("/api/tasks/" + task + "/evidence", Map.of(name.getKey(), pdf("x")));
            created(answer);
            assertThat(answer.json().at("/evidence/0/fileName").asText()).isEqualTo(name.getValue());
            Answer back = bureau.as("sanitation1").get("/api/tasks/" + task + "/evidence/" + answer.json().at("/evidence/0/id").asLong());
            assertThat(back.headers().firstValue("Content-Disposition").orElse("")).doesNotContain("..", "/", "\\").isNotEmpty();
            assertThat(back.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    // Together

    @Test
    void ofTwoClerksWhoSubmitAtOnceOneIsToldThatHeWasSecond() {
        String taskNumber = taskNumber(bureau.launchedCase(1), 1);
        bureau.supported(taskNumber);
        created(bureau.as("sanitation1").upload("/api/tasks/" + taskNumber + "/evidence", Map.of("a.pdf", pdf("a"))));
        String id = bureau.as("sanitation1").taskId(taskNumber, "Task_Implement");
        List<Answer> answers = Stream.of("sanitation1", "sanitation2").parallel().map(person -> bureau.as(person).submit(id, Map.of("completionStatement", "完成"))).toList();
        assertThat(answers.stream().filter(answer -> answer.status() < 300)).as(answers.stream().map(Answer::text).toList().toString()).hasSize(1);
        Answer second = answers.stream().filter(answer -> answer.status() >= 300).findFirst().orElseThrow();
        assertThat(second.status()).as(second.text()).isEqualTo(409);
        assertThat(second.reason()).containsPattern("\\p{IsHan}{4}");
    }

    @Test
    void whoeverFindsTheOfferGoneIsToldThatItIsDoneAndNotThatItIsNotHis() {
        String taskNumber = taskNumber(bureau.launchedCase(1), 1);
        bureau.supported(taskNumber);
        String id = bureau.as("sanitation1").taskId(taskNumber, "Task_Implement");
        jdbc.sql("delete from act_ru_identitylink where task_id_ = ?").param(id).update();
        Answer answer = bureau.as("sanitation1").submit(id, Map.of("completionStatement", "完成"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.reason()).contains("“落实整改”刚刚已有人办结");
    }

    @Test
    void ofSixOfficersWhoRegisterTheSameProblemAtOnceOneSucceeds() {
        String caseNumber = bureau.startedCase();
        Map<String, Object> same = Map.of("problems", List.of(problem(1)));
        List<Integer> statuses = IntStream.range(0, 6).parallel().mapToObj(i -> bureau.as("office1").post("/api/cases/" + caseNumber + "/problems", same).status()).toList();
        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        assertThat(bureau.as("office1").get("/api/cases/" + caseNumber + "/problems").json().get("problems")).hasSize(1);
    }

    @Test
    void ofTwoCasesStartedAtOnceUnderOneNumberOneIsStarted() {
        String number = Bureau.newCaseNumber();
        List<Integer> statuses = IntStream.range(0, 4).parallel().mapToObj(i -> bureau.as("office1").startCase(Bureau.feedback(number)).status()).toList();
        assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409);
    }

    @Test
    void gatesNameWhatIsMissing() {
        String empty = bureau.startedCase();
        assertThat(bureau.as("office1").complete(empty, "Task_RegisterProblems", Map.of()).reason()).contains("至少登记一个问题");
        String caseNumber = bureau.caseInDecomposition(2);
        created(bureau.as("office1").post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", List.of(Map.of("problem", 1, "title", "缺项")))));
        Answer refused = bureau.as("office1").complete(caseNumber, "Task_DecomposeTasks", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.reason()).contains("问题2", "责任科室", "责任领导", "整改时限", "销号标准");
        assertRefused(bureau.as("office1").put("/api/cases/" + caseNumber + "/problems/1", Map.of("title", "改了")), 409);
        done(bureau.as("office1").put("/api/cases/" + caseNumber + "/problems/1", Map.of("title", "改了", "reason", "按领导小组意见")));
        assertRefused(bureau.as("office1").put("/api/cases/" + caseNumber + "/problems/1", Map.of("title", "又改", "reason", "长".repeat(1001))), 400);
        assertRefused(bureau.as("office1").put("/api/cases/" + caseNumber + "/problems/1", Map.of("title", "又改", "reason", "a\u0000b")), 400);
    }
}
