package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is answered from {@link Offers} is what the engine itself would answer, on both databases. */
class OffersTest {

    @Nested
    @OnH2
    class H2 extends Offering {

        @Autowired FilterService filters;
        @Autowired IdentityService identity;

        @Test
        void whatTasklistAsksForIsAnsweredWithoutTheEnginesJoins() {
            identity.setAuthentication("leader1", List.of("leading-group"));
            try {
                for (Filter filter : filters.createFilterQuery().list()) {
                    List<String> sent = Statements.of(() -> {
                        filters.listPage(filter.getId(), tasks.createTaskQuery().active().orderByDueDate().asc(), 0, 15);
                        filters.count(filter.getId(), tasks.createTaskQuery().active());
                        filters.count(filter.getId());
                    });
                    assertThat(sent).filteredOn(statement -> statement.contains("ledger.offer")).as(filter.getName()).hasSize(3);
                    assertThat(sent).as(filter.getName()).noneMatch(statement -> statement.contains("ACT_RU_IDENTITYLINK"));
                }
            } finally {
                identity.clearAuthentication();
            }
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Offering {

        @Autowired OfferTable table;
        @Autowired BeforeDoorsOpen doors;
        @Autowired PlatformTransactionManager transactions;

        /** In one statement, so that nobody writes between the two looks. */
        @Test
        void theTableFollowsTheEnginesTables() {
            String id = workingOn();
            assertThat(astray()).isEmpty();
            done(bureau.as("sanitation1").post("/engine-rest/task/" + id + "/claim", Map.of("userId", "sanitation1")));
            tasks.setDueDate(id, EndOfDay.of(LocalDate.of(2041, 3, 4)));
            tasks.addCandidateUser(id, "parks1");
            tasks.setVariableLocal(id, TaskCard.RETURNED, true);
            assertThat(offered(id)).containsExactlyInAnyOrder("@parks1 sanitation1 true", "dept-sanitation sanitation1 true");
            tasks.removeVariableLocal(id, TaskCard.RETURNED);
            assertThat(offered(id)).containsExactlyInAnyOrder("@parks1 sanitation1 false", "dept-sanitation sanitation1 false");
            tasks.setVariableLocal(id, TaskCard.RETURNED, true);
            tasks.deleteCandidateUser(id, "parks1");
            runtime.suspendProcessInstanceById(tasks.createTaskQuery().taskId(id).singleResult().getProcessInstanceId());
            assertThat(offered(id)).containsExactly("dept-sanitation sanitation1 true");
            assertThat(astray()).isEmpty();
            runtime.activateProcessInstanceById(tasks.createTaskQuery().taskId(id).singleResult().getProcessInstanceId());
            bureau.endorsed(task);
            assertThat(offered(id)).isEmpty();
            assertThat(astray()).isEmpty();
        }

        @Test
        void whatWentAstrayIsSetRightAtTheNextStart() {
            String id = workingOn();
            jdbc.sql("update ledger.offer set claimed_by = 'parks1' where task = ?").param(id).update();
            table.layOut();
            assertThat(offered(id)).containsExactly("dept-sanitation null false");
            jdbc.sql("delete from ledger.offer where task = ?").param(id).update();
            table.layOut();
            assertThat(offered(id)).containsExactly("dept-sanitation null false");
        }

        /** The engine names the flag in a parameter; that of a statement sent often is still looked at. */
        @Test
        void whatWasSentBackIsFoundAmongTheFlagsAlone() {
            String asked = Statements.of(() -> tasks.createTaskQuery().taskVariableValueEquals(TaskCard.RETURNED, true).count()).get(0);
            String[] parts = asked.split("\\?");
            String numbered = IntStream.range(0, parts.length).mapToObj(n -> n == 0 ? parts[0] : "$" + n + parts[n]).collect(Collectors.joining());
            new TransactionTemplate(transactions).executeWithoutResult(meanwhile -> {
                jdbc.sql("insert into act_ru_variable (id_, rev_, type_, name_, long_) select 'x' || n, 1, 'string', 'subject', 1 from generate_series(1, 20000) n").update();
                jdbc.sql("analyze act_ru_variable").update();
                jdbc.sql("prepare sent_back as " + numbered).update();
                for (int often = 0; often < 10; often++) assertThat(plan()).anyMatch(line -> line.contains("act_ru_variable_returned"));
                jdbc.sql("deallocate sent_back").update();
                meanwhile.setRollbackOnly();
            });
        }

        private List<String> plan() {
            return jdbc.sql("explain execute sent_back('returned', 'boolean', 1)").query(String.class).list();
        }

        @Test
        @Timeout(60)
        void ofSeveralNodesThatStartOneAtATime() {
            CompletableFuture<Void> starting = new TransactionTemplate(transactions).execute(other -> {
                jdbc.sql("select 1 from (select pg_advisory_xact_lock(?)) locked").param(BeforeDoorsOpen.OURS).query(Integer.class).single();
                CompletableFuture<Void> begun = CompletableFuture.runAsync(doors::start);
                while (!begun.isDone() && jdbc.sql("select count(*) from pg_locks where not granted").query(Long.class).single() == 0) Thread.onSpinWait();
                assertThat(begun).isNotDone();
                return begun;
            });
            assertThat(starting).succeedsWithin(Duration.ofSeconds(30));
            assertThat(jdbc.sql("select count(*) from pg_locks where locktype = 'advisory'").query(Long.class).single()).isZero();
        }

        /** Both write the task and its offers; were it in another order, the database would end one of them. */
        @Test
        @Timeout(60)
        void whoEndsATaskWhileItsDayIsMovedIsInNobodysWay() {
            String id = workingOn();
            List<CompletableFuture<Void>> moving = new ArrayList<>();
            new TransactionTemplate(transactions).executeWithoutResult(ending -> {
                jdbc.sql("delete from act_ru_identitylink where task_id_ = ?").param(id).update();
                moving.add(CompletableFuture.runAsync(() -> tasks.setDueDate(id, EndOfDay.of(LocalDate.of(2041, 3, 4)))));
                while (!moving.get(0).isDone() && jdbc.sql("select count(*) from pg_locks where not granted").query(Long.class).single() == 0) Thread.onSpinWait();
                jdbc.sql("select id_ from act_ru_task where id_ = ? for update").param(id).query(String.class).single();
                ending.setRollbackOnly();
            });
            assertThat(moving.get(0)).succeedsWithin(Duration.ofSeconds(30));
            assertThat(astray()).isEmpty();
        }

        private List<String> astray() {
            return jdbc.sql("(select * from ledger.offer except select * from ledger.offer_told) union all (select * from ledger.offer_told except select * from ledger.offer)")
                    .query((row, n) -> row.getString("task")).list();
        }

        private List<String> offered(String id) {
            return jdbc.sql("select offered_to, claimed_by, returned from ledger.offer where task = ?").param(id)
                    .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getBoolean(3)).list();
        }
    }
}

abstract class Offering {

    /** Holds for every task, and is none of what {@link OfferedTasks} answers. */
    private static final Map<String, Object> ENGINE = Map.of("createdAfter", "2000-01-01T00:00:00.000+0800");

    private static final Map<String, Object> AS_TASKLIST = Map.of("active", true, "sorting", List.of(Map.of("sortBy", "dueDate", "sortOrder", "asc")));

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired JdbcClient jdbc;
    Bureau bureau;
    String task;

    @BeforeEach
    void aTask() {
        bureau = new Bureau(port, management);
        task = taskNumber(bureau.launchedCase(1), 1);
    }

    String workingOn() {
        return bureau.as("sanitation1").taskId(task, "Task_Implement");
    }

    @Test
    void whatDoesNotSayWhoMustLeaveItToOthersIsOfferedToNobody() {
        bureau.endorsed(task);
        String check = bureau.as("supervisor1").taskId(task, "Task_Check");
        tasks.removeVariableLocal(check, TaskCard.NOT_FOR);
        JsonNode filter = bureau.as("supervisor1").get("/engine-rest/filter?resourceType=Task").json().get(0);
        assertThat(ids("supervisor1", "/engine-rest/filter/" + filter.get("id").asText() + "/list?firstResult=0&maxResults=900", AS_TASKLIST)).doesNotContain(check);
    }

    @Test
    void everybodyFindsInEachFilterWhatTheEngineItselfWouldFind() {
        done(bureau.as("sanitation1").post("/engine-rest/task/" + workingOn() + "/claim", Map.of("userId", "sanitation1")));
        int found = 0;
        for (String person : List.of("sanitation1", "sanitationhead", "supervisor1", "leader1", "leader2", "office1", "discipline1", "auditor1")) {
            for (JsonNode filter : bureau.as(person).get("/engine-rest/filter?resourceType=Task").json()) {
                String address = "/engine-rest/filter/" + filter.get("id").asText();
                List<String> ids = ids(person, address + "/list?firstResult=0&maxResults=900", Map.of());
                assertThat(ids).as(person + filter.get("name")).isEqualTo(ids(person, address + "/list?firstResult=0&maxResults=900", ENGINE));
                assertThat(ids(person, address + "/list?firstResult=2&maxResults=3", Map.of())).isEqualTo(ids.subList(Math.min(2, ids.size()), Math.min(5, ids.size())));
                assertThat(ids(person, address + "/list?firstResult=0&maxResults=900", AS_TASKLIST)).as(person + filter.get("name")).isEqualTo(ids);
                assertThat(number(person, address, Map.of())).as(person + filter.get("name")).isEqualTo(number(person, address, ENGINE));
                found += ids.size();
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    private List<String> ids(String person, String address, Map<String, Object> more) {
        return bureau.as(person).post(address, more).json().findValuesAsText("id");
    }

    private long number(String person, String address, Map<String, Object> more) {
        return bureau.as(person).post(address + "/count", more).json().get("count").asLong();
    }
}
