package org.rectification.demo.process;

import static org.rectification.rectification.process.RectificationTaskProcess.COMPLETION_STATEMENT;
import static org.rectification.rectification.process.RectificationTaskProcess.IMPLEMENT;
import static org.rectification.reporting.process.ProgressReportProcess.SUBMIT_REPORT;
import static org.rectification.support.Bureau.created;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.pdf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.rectification.BlockDraft;
import org.rectification.rectification.ProblemDraft;
import org.rectification.rectification.TaskDraft;
import org.rectification.reporting.ReportRow;
import org.rectification.reporting.ReportSheet;
import org.rectification.support.Caller;

/** The demo's people doing the same over HTTP, each with his own login. */
class HttpDesk extends Desk {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final int port;

    HttpDesk(int port) {
        super(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        this.port = port;
    }

    private Caller as(String person) {
        return Caller.of(port, person);
    }

    @Override
    void receivesFeedback(String person, Map<String, Object> submitted) {
        done(as(person).startCase(submitted));
    }

    @Override
    void addsProblems(String person, String caseNumber, List<ProblemDraft> problems) {
        created(as(person).post("/api/cases/" + caseNumber + "/problems", Map.of("problems", problems)));
    }

    @Override
    void addsTasks(String person, String caseNumber, List<TaskDraft> added) {
        created(as(person).post("/api/cases/" + caseNumber + "/tasks", Map.of("tasks", added)));
    }

    @Override
    void changesTask(String person, String taskNumber, TaskDraft change) {
        done(as(person).put("/api/tasks/" + taskNumber, change));
    }

    @Override
    void setsPhases(String person, String caseNumber, Map<String, String> deadlines) {
        done(as(person).put("/api/cases/" + caseNumber + "/phases", deadlines));
    }

    @Override
    void ticks(String person, String taskNumber, int measure, LocalDate doneOn) {
        done(as(person).put("/api/tasks/" + taskNumber + "/measures/" + measure, Map.of("doneOn", doneOn.toString())));
    }

    @Override
    void confirmsOutside(String person, String taskNumber, String body, String text) {
        done(as(person).put("/api/tasks/" + taskNumber + "/instalments/" + URLEncoder.encode(body, StandardCharsets.UTF_8), Map.of("text", text)));
    }

    @Override
    void submits(String person, String taskNumber, String statement, List<String> shows) {
        created(as(person).upload("/api/tasks/" + taskNumber + "/evidence", files(taskNumber, shows)));
        completes(person, taskNumber, IMPLEMENT, Map.of(COMPLETION_STATEMENT.name(), statement));
    }

    @Override
    void asksForExtension(String person, String taskNumber, LocalDate until, String reason, List<String> shows) {
        created(as(person).upload("/api/tasks/" + taskNumber + "/extensions", Map.of("deadline", until.toString(), "reason", reason), "file", files(taskNumber, shows)));
    }

    @Override
    void asksForBlock(String person, String taskNumber, BlockDraft draft) {
        created(as(person).post("/api/tasks/" + taskNumber + "/blocks", draft));
    }

    @Override
    void everybodyReadsReminders() {
        done(as("office1").get("/reminders"));
    }

    private static Map<String, byte[]> files(String taskNumber, List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name + ".pdf", name -> pdf(taskNumber + name)));
    }

    @Override
    void reports(String person, String caseNumber, String period, String department, Function<ReportSheet.Line, ReportRow> row) {
        String owed = as(person).taskId(caseNumber + ":" + period + ":" + department, SUBMIT_REPORT);
        if (owed == null) return;
        String sheet = "/api/cases/" + caseNumber + "/reports/" + period + "/" + department;
        done(as(person).put(sheet, Map.of("rows", read(as(person).get(sheet)).rows().stream().map(row).toList())));
        done(as(person).submit(owed, Map.of()));
    }

    private static ReportSheet read(Caller.Answer answer) {
        done(answer);
        try {
            return JSON.readValue(answer.text(), ReportSheet.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.text(), e);
        }
    }

    @Override
    boolean completesIfOffered(String person, String businessKey, String element, Map<String, Object> submitted) {
        String task = as(person).taskId(businessKey, element);
        if (task != null) done(as(person).submit(task, submitted));
        return task != null;
    }
}
