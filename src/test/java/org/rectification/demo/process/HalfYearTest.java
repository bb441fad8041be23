package org.rectification.demo.process;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.calendar.WorkingDays;
import org.rectification.engine.EngineClock;
import org.rectification.lookback.LookBackSettings;
import org.rectification.reporting.ReportingSettings;
import org.rectification.support.Caller;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The demo's case in full swing, lived day by day in the second half of 2025, National Day and its exchanged weekends included. In
 * December nobody does anything any more but the leaders, who decide what the ladder asks of them. What came of it stands in
 * half-year.txt, the same both times: over HTTP on H2, and, since that takes its time, through the services on PostgreSQL.
 */
class HalfYearTest {

    @Nested
    @OnH2
    class H2 extends HalfYear {

        @Override
        Desk people() {
            return new HttpDesk(port);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends HalfYear {

        @Autowired Desk services;

        @Override
        Desk people() {
            return services;
        }
    }
}

abstract class HalfYear {

    private static final String CASE = "BN-2025-01";
    private static final LocalDate LAST_DAY_OF_WORK = LocalDate.of(2025, 11, 28);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final LocalDate LEADERS_LEAVE = LocalDate.of(2025, 12, 7);
    private static final Path FOUND = Path.of("target", "half-year.txt");
    /** The engine lists by id, whose first digits begin anew every seven minutes. */
    private static final Comparator<String> AS_ASKED = Comparator.comparingLong(id -> UUID.fromString(id).timestamp());

    @LocalServerPort int port;
    @Autowired EngineClock clock;
    @Autowired TravellingClock journey;
    @Autowired ManagementService management;
    @Autowired WorkingDays workingDays;
    @Autowired ReportingSettings reporting;
    @Autowired LookBackSettings lookingBack;
    @Autowired JdbcTemplate jdbc;
    private List<Map<String, Object>> watched;
    private List<String> waiting;
    private Date nextWatch;

    /** The year belongs to nobody else: what other tests and the demo have is due later, and waits for nobody meanwhile. */
    @BeforeEach
    void aYearThatHasNotBeenWatched() {
        watched = jdbc.queryForList("select watched_on, begun_at, cursor_at, finished_at from ledger.watch_run");
        jdbc.update("delete from ledger.watch_run");
        nextWatch = watch().getDuedate();
        waiting = jdbc.queryForList("select id_ from act_ru_task where suspension_state_ = 1", String.class);
        jdbc.update("update act_ru_task set suspension_state_ = 2 where suspension_state_ = 1");
    }

    @AfterEach
    void backToNow() {
        clock.backToNow();
        jdbc.batchUpdate("update act_ru_task set suspension_state_ = 1 where id_ = ?", waiting.stream().map(id -> new Object[] {id}).toList());
        management.setJobDuedate(watch().getId(), nextWatch);
        jdbc.update("delete from ledger.watch_run");
        jdbc.batchUpdate("insert into ledger.watch_run (watched_on, begun_at, cursor_at, finished_at) values (?, ?, ?, ?)",
                watched.stream().map(run -> new Object[] {run.get("watched_on"), run.get("begun_at"), run.get("cursor_at"), run.get("finished_at")}).toList());
    }

    abstract Desk people();

    private Job watch() {
        return management.createJobQuery().timers().activityId("StartEvent_Daily").singleResult();
    }

    @Test
    void whatHalfAYearOfRectificationBringsAboutIsTheSameEveryTime() throws IOException {
        live();

        List<String> found = new ArrayList<>();
        found.addAll(section("督办（通报批评、约谈、问责建议经确认后生效）", steps()));
        found.addAll(section("文书", letters()));
        found.addAll(section("半月报告", reports()));
        found.addAll(section("提醒（每人每天至多一条，数字是条目数）", digests()));
        Files.write(FOUND, found);
        assertThat(found).containsExactlyElementsOf(List.of(new ClassPathResource("half-year.txt").getContentAsString(StandardCharsets.UTF_8).split("\n")));
        assertThat(as("office1").get("/api/cases/" + CASE + "/reconciliation").json().get("clean").asBoolean()).isTrue();
    }

    private void live() {
        Desk people = people();
        List<Deed> deeds = Storyline.of(List.of(another(CaseScript.read("HT-2026-01"))), LAST_DAY_OF_WORK.plusDays(1), workingDays, reporting, lookingBack);
        LocalDate first = deeds.get(0).at().toLocalDate();
        management.setJobDuedate(watch().getId(), Date.from(first.atStartOfDay(clock.getZone()).toInstant()));
        Iterator<Deed> next = deeds.iterator();
        Deed deed = next.next();
        for (LocalDate day = first; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            for (; deed != null && deed.at().toLocalDate().equals(day); deed = next.hasNext() ? next.next() : null) {
                journey.travelTo(deed.at());
                deed.act().accept(people);
            }
            journey.travelTo(day.atTime(17, 0));
            boolean away = day.isAfter(LEADERS_LEAVE) && day.isBefore(LEADERS_LEAVE.plusDays(12));
            if (!away && day.getDayOfWeek() == MONDAY) decideWhatTheLadderAsks(true);
            if (!away && day.getDayOfWeek() == TUESDAY) decideWhatTheLadderAsks(false);
        }
    }

    /** The demo's case under a number of its own, without what the supervision team does beside it. */
    private static CaseScript another(CaseScript told) {
        Map<String, Object> script = new ObjectMapper().convertValue(told, new TypeReference<>() {});
        script.put("caseNumber", CASE);
        script.keySet().removeAll(List.of("campaigns", "proposals", "registers"));
        return new ObjectMapper().convertValue(script, CaseScript.class);
    }

    /** Leaders confirm on Mondays and decline on Tuesdays; what lapses is what comes up while they are away. */
    private void decideWhatTheLadderAsks(boolean confirmed) {
        Map<String, Object> decision = Map.of("escalationConfirmed", confirmed, "opinion", confirmed ? "同意" : "已提醒科室负责人，先看整改");
        for (String person : List.of("leader1", "leader3", "discipline1")) {
            for (String asked : as(person).get("/engine-rest/task?taskDefinitionKey=Task_ConfirmEscalation&dueBefore=2026-03-01T00:00:00.000%2B0800").json().findValuesAsText("id").stream().sorted(AS_ASKED).toList()) {
                Caller.Answer answer = as(person).submit(asked, decision);
                if (!answer.text().contains("您是本任务的责任领导")) done(answer);
            }
        }
    }

    private Caller as(String person) {
        return Caller.of(port, person);
    }

    private static List<String> section(String title, List<String> lines) {
        List<String> section = new ArrayList<>(List.of("# " + title));
        section.addAll(lines);
        return section;
    }

    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (JsonNode step : as("office1").get("/api/cases/" + CASE + "/ladder").json().get("content")) {
            steps.add("%s %s %s %s".formatted(step.get("takenOn").asText(), step.get("subject").asText(), step.at("/rung/level").asText(), step.at("/effect/status").asText()));
        }
        return steps.stream().sorted().toList();
    }

    private List<String> letters() {
        List<String> letters = new ArrayList<>();
        for (JsonNode step : as("office1").get("/api/cases/" + CASE + "/ladder").json().get("content")) {
            if (step.at("/effect/letterNumber").isNumber()) letters.add("%s〔%d〕%02d %s %s".formatted(step.at("/rung/letter").asText(), step.at("/effect/letterYear").asInt(), step.at("/effect/letterNumber").asInt(), step.get("subject").asText(), step.at("/effect/concerned")));
        }
        return letters.stream().sorted().toList();
    }

    private List<String> reports() {
        JsonNode overview = as("office1").get("/api/cases/" + CASE + "/reports").json();
        List<String> reports = new ArrayList<>();
        overview.get("departments").forEach(row -> {
            List<String> standings = new ArrayList<>();
            row.get("reports").forEach(cell -> standings.add(cell.get("period").asText() + " " + cell.get("standing").asText()));
            reports.add(row.get("department").asText() + ": " + String.join(", ", standings));
        });
        return reports;
    }

    private List<String> digests() {
        return jdbc.queryForList("""
                select d.written_on, d.person, count(*) as lines from ledger.digest d join ledger.digest_line l on l.digest_id = d.id
                where d.written_on between ? and ? group by d.written_on, d.person order by d.written_on, d.person""", LAST_DAY.minusMonths(6), LAST_DAY).stream()
                .collect(Collectors.groupingBy(row -> row.get("WRITTEN_ON").toString(), TreeMap::new, Collectors.mapping(row -> row.get("PERSON") + " " + row.get("LINES"), Collectors.joining(", "))))
                .entrySet().stream().map(day -> day.getKey() + ": " + day.getValue()).toList();
    }
}
