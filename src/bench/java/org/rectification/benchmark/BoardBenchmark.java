package org.rectification.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rectification.support.Desk;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people see where a hundred thousand tasks are open in ten cases, with the processes and the history of each, beside a case of a thousand and nothing else. */
@Tag("benchmark")
@OnPostgres
class BoardBenchmark {

    private static final int MANY = Integer.getInteger("benchmark.tasks", 100_000);
    private static final int OF_ONE_CASE = Integer.getInteger("benchmark.case", 10_000);
    private static final int FEW = Integer.getInteger("benchmark.few", 1_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 100);
    private static final int WARM = 10;
    private static final int PAGE = 50;
    private static final int LONGEST_SECONDS = 20;
    private static final Map<String, List<String>> FILTERS = Map.of("sanitation1", List.of("我的待办", "被退回", "已超期", "今日到期", "三日内到期", "本科室待认领"),
            "sanitationhead", List.of("我的待办", "待审签"), "supervisor1", List.of("我的待办", "待核查", "本组待认领"), "leader1", List.of("我的待办", "待销号"), "auditor1", List.of("全部在办", "全部被退回", "全部已超期"));

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired TaskService tasks;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void whatPeopleSee() throws Exception {
        CopiedCases cases = new CopiedCases(context, jdbc);
        String few = cases.launched(1, FEW).get(0);
        seen(few, FEW); // once for the compilers
        Map<String, String> beside = seen(few, FEW);
        Map<String, String> seen = seen(cases.launched(MANY / OF_ONE_CASE, OF_ONE_CASE).get(0), OF_ONE_CASE);

        StringBuilder table = new StringBuilder("| milliseconds, p50 / p99 of %d | %,d open tasks | %,d open tasks, %,d in each case; %,d rows of history |\n|---|---|---|\n"
                .formatted(ROUNDS, FEW, MANY, OF_ONE_CASE, history()));
        seen.forEach((what, millis) -> table.append("| %s | %s | %s |\n".formatted(what, beside.get(what), millis)));
        Figures.write("board", table.toString());
    }

    private long history() {
        return jdbc.queryForList("select table_name from information_schema.tables where table_name like 'act\\_hi\\_%'", String.class).stream()
                .mapToLong(table -> jdbc.queryForObject("select count(*) from " + table, Long.class)).sum();
    }

    private Map<String, String> seen(String caseNumber, int tasksOfCase) throws Exception {
        jdbc.execute("vacuum analyze");
        Map<String, String> seen = new LinkedHashMap<>();
        Visitor auditor = new Visitor(port, "auditor1");
        seen.put("board", timed(() -> auditor.page("/?case=" + caseNumber)));
        seen.put("board of one department", timed(() -> auditor.page("/?case=" + caseNumber + "&department=sanitation")));
        seen.put("board of one light", timed(() -> auditor.page("/?case=" + caseNumber + "&light=RED")));
        Visitor clerk = new Visitor(port, "sanitation1");
        seen.put("a clerk's home", timed(() -> clerk.page("/")));
        Visitor leader = new Visitor(port, "leader1");
        seen.put("a leader's home", timed(() -> leader.page("/")));
        String ledger = "/cases/" + caseNumber + "/ledger";
        seen.put("ledger, first page", timed(() -> auditor.page(ledger)));
        seen.put("ledger, last page", timed(() -> auditor.page(ledger + "?page=" + (tasksOfCase - 1) / PAGE)));
        seen.put("ledger by deadline, latest first", timed(() -> auditor.page(ledger + "?sort=deadline,desc")));
        seen.put("ledger by light", timed(() -> auditor.page(ledger + "?sort=light,asc")));
        seen.put("ledger, one department's overdue tasks", timed(() -> auditor.page(ledger + "?department=sanitation&light=RED")));
        seen.put("ledger, searched as it is typed", timed(() -> auditor.page(ledger + "?q=%E4%BB%BB%E5%8A%A199")));
        seen.put("ledger as a department sees it", timed(() -> clerk.page(ledger)));
        Visitor admin = new Visitor(port, "admin");
        seen.put("Cockpit: what is overdue, by department and stage", timed(() -> admin.page("/api/oversight")));
        seen.put("Cockpit: overdue tasks, first page", timed(() -> admin.page("/api/oversight/late-tasks?size=15")));
        seen.put("Cockpit: overdue tasks of one department", timed(() -> admin.page("/api/oversight/late-tasks?size=15&department=sanitation")));
        String instance = new Desk(context).instance(caseNumber).getId();
        seen.put("Cockpit: a case's tasks with their instances", timed(() -> admin.page("/api/oversight/instances/" + instance + "?size=15")));
        FILTERS.keySet().stream().sorted().forEach(person -> new Filters(new Visitor(port, person), person).addTo(seen));
        seen.put("bare engine, no authorizations: a department's unclaimed tasks, 15 and their number", timed(this::ofDepartment));
        seen.put("bare engine, authorizations on: the same", bounded(() -> new Desk(context).as("sanitation1", this::ofDepartment)));
        return seen;
    }

    /** In an {@code or()}, where nothing but the engine's own means finds out what may be read. */
    private List<Task> ofDepartment() {
        TaskQuery offered = tasks.createTaskQuery().active().or().taskCandidateGroup("dept-sanitation").endOr();
        offered.count();
        return offered.orderByTaskCreateTime().desc().listPage(0, 15);
    }

    /** Given up where the database works on a single statement for longer than anybody waits. */
    private String bounded(Runnable work) throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        try {
            return timed(() -> transaction.executeWithoutResult(begun -> {
                jdbc.execute("set local statement_timeout = '%ds'".formatted(LONGEST_SECONDS));
                work.run();
            }));
        } catch (ProcessEngineException e) {
            assertThat(e).hasStackTraceContaining("statement timeout");
            return "more than %,d".formatted(LONGEST_SECONDS * 1000);
        }
    }

    /** What one person chooses from on the left of Tasklist. */
    private final class Filters {

        private final Visitor visitor;
        private final String person;

        Filters(Visitor visitor, String person) {
            this.visitor = visitor;
            this.person = person;
        }

        void addTo(Map<String, String> seen) {
            try {
                String all = "/engine-rest/filter?resourceType=Task";
                Map<String, String> ids = new LinkedHashMap<>();
                for (JsonNode filter : new ObjectMapper().readTree(visitor.page(all))) ids.put(filter.get("name").asText(), filter.get("id").asText());
                for (String name : FILTERS.get(person)) {
                    assertThat(ids).containsKey(name);
                    long found = new ObjectMapper().readTree(visitor.list(ids.get(name))).get("count").asLong();
                    System.out.println(person + " " + name + " " + found);
                    seen.put("Tasklist, " + person + " " + name + ": 15 and their number", timed(() -> visitor.list(ids.get(name))));
                }
                seen.put("Tasklist, " + person + ": the numbers of all filters", timed(() -> visitor.page(all + "&itemCount=true")));
            } catch (Exception e) {
                throw new AssertionError(person, e);
            }
        }
    }

    private static String timed(Sample.Work work) throws Exception {
        for (int warm = 0; warm < WARM; warm++) work.run();
        Sample sample = new Sample();
        for (int round = 0; round < ROUNDS; round++) sample.time(work);
        return sample.percentiles();
    }
}
