package org.rectification.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Bureau.taskNumber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.engine.EndOfDay;
import org.rectification.engine.EngineClock;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands on the left of Tasklist, on both databases. */
class FilterTest {

    @Nested
    @OnH2
    class H2 extends Filtering {
    }

    @Nested
    @OnPostgres
    class Postgres extends Filtering {
    }
}

abstract class Filtering {

    /** What those who read everything look through. */
    private static final String[] EVERYTHING = {"全部在办", "全部被退回", "全部已超期", "全部今日到期", "全部三日内到期"};

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired EngineClock clock;
    Bureau bureau;
    String task;

    @BeforeEach
    void aTask() {
        bureau = new Bureau(port, management);
        task = taskNumber(bureau.launchedCase(1), 1);
    }

    @AfterEach
    void backToNow() {
        clock.backToNow();
    }

    @Test
    void everybodyFindsTheFiltersOfHisRole() {
        assertThat(names("sanitation1")).containsExactly("我的待办", "被退回", "已超期", "今日到期", "三日内到期", "本科室待认领");
        assertThat(names("sanitationhead")).containsExactly("我的待办", "被退回", "已超期", "今日到期", "三日内到期", "待审签", "本科室待认领");
        assertThat(names("supervisor1")).containsExactly("我的待办", "被退回", "已超期", "今日到期", "三日内到期", "待核查", "本组待认领");
        assertThat(names("leader1")).containsExactly("我的待办", "被退回", "已超期", "今日到期", "三日内到期", "待审签", "待销号", "本组待认领");
        assertThat(names("auditor1")).containsExactly(EVERYTHING);
        assertThat(names("discipline1")).containsSequence(EVERYTHING);
    }

    @Test
    void whoReadsEverythingReadsWhatAnEntryIsAboutAndItsForm() {
        for (String reader : List.of("auditor1", "discipline1")) {
            JsonNode found = bureau.as(reader).get("/engine-rest/task?processInstanceBusinessKey=" + task).json().get(0);
            String address = "/engine-rest/task/" + found.get("id").asText();
            assertThat(bureau.as(reader).get(address + "/localVariables").json().at("/businessKey/value").asText()).isEqualTo(task);
            assertThat(bureau.as(reader).get(address + "/form").status()).isEqualTo(200);
            assertThat(bureau.as(reader).get("/engine-rest/group?id=dept-sanitation").json().at("/0/name").asText()).isEqualTo("环境卫生科");
            assertThat(bureau.as(reader).post(address + "/claim", Map.of("userId", reader)).status()).isEqualTo(403);
        }
    }

    @Test
    void aTaskIsFoundByThoseForWhomItWaits() {
        assertThat(holding("sanitation1")).containsExactly("我的待办", "本科室待认领");
        assertThat(holding("parks1")).isEmpty();
        assertThat(holding("discipline1")).containsExactly("全部在办");
        done(bureau.as("sanitation1").post("/engine-rest/task/" + bureau.as("sanitation1").taskId(task, "Task_Implement") + "/claim", Map.of("userId", "sanitation1")));
        assertThat(holding("sanitation1")).containsExactly("我的待办");
        assertThat(holding("sanitation2")).isEmpty();
        bureau.endorsed(task);
        assertThat(holding("supervisor1")).containsExactly("我的待办", "待核查", "本组待认领");
        done(bureau.as("supervisor1").complete(task, "Task_Check", Map.of("checkPassed", false, "opinion", "缺照片")));
        assertThat(holding("sanitation1")).containsExactly("我的待办", "被退回", "本科室待认领");
        assertThat(holding("auditor1")).containsExactly("全部在办", "全部被退回");
    }

    /** The rule of the four people: what he may not decide stands in nobody's pile but the others'. */
    @Test
    void whoMustLeaveAStepToOthersFindsItInNoFilter() {
        bureau.endorsed(task);
        assertThat(holding("supervisor1")).containsExactly("我的待办", "待核查", "本组待认领");
        done(bureau.as("supervisor1").complete(task, "Task_Check", Map.of("checkPassed", true, "opinion", "同意")));
        assertThat(holding("leader1")).containsExactly("我的待办", "待销号", "本组待认领");
        assertThat(holding("leader2")).as("its lead leader").isEmpty();
        assertThat(toSignOff("leader2")).isEqualTo(toSignOff("leader1") - 1);
    }

    /** Claiming writes a row, and a database is free to show a row that was written in another place. */
    @Test
    void whatIsDueOnOneDayStaysInOrderWhenSomebodyClaimsAndWhatIsNotDueComesLast(@Autowired TaskService tasks) {
        String caseNumber = bureau.launchedCase(3);
        Map<String, Object> byDueDate = Map.of("sorting", List.of(Map.of("sortBy", "dueDate", "sortOrder", "asc")), "processInstanceBusinessKeyLike", caseNumber + "-%");
        String paused = bureau.as("sanitation1").taskId(taskNumber(caseNumber, 1), "Task_Implement");
        tasks.setDueDate(paused, null);
        String all = "/engine-rest/filter/" + filters("sanitation1").get(0).get("id").asText() + "/list?maxResults=500";
        List<String> before = bureau.as("sanitation1").post(all, byDueDate).json().findValuesAsText("id");
        assertThat(before).hasSize(3).endsWith(paused);
        String claimed = before.get(0);
        done(bureau.as("sanitation1").post("/engine-rest/task/" + claimed + "/claim", Map.of("userId", "sanitation1")));
        assertThat(bureau.as("sanitation1").post(all, byDueDate).json().findValuesAsText("id")).isEqualTo(before);
    }

    /** What is offered to the person who asks needs no permission for each task; whatever else he asks for does. */
    @Test
    void whoAsksInTheNameOfOthersFindsNothingOfTheirs() {
        for (String asked : new String[] {"candidateUser=sanitation1", "candidateGroup=dept-sanitation", "candidateGroups=dept-parks,dept-sanitation", "candidateGroupLike=dept-%25", "unassigned=true", "withCandidateGroups=true"}) {
            assertThat(bureau.as("parks1").get("/engine-rest/task?processInstanceBusinessKey=" + task + "&" + asked).json()).as(asked).isEmpty();
            assertThat(bureau.as("sanitation1").get("/engine-rest/task?processInstanceBusinessKey=" + task + "&" + asked).json()).as(asked).isNotEmpty();
        }
        for (JsonNode filter : filters("parks1")) {
            for (Map<String, Object> more : List.<Map<String, Object>>of(Map.of("candidateUser", "sanitation1"), Map.of("orQueries", List.of(Map.of("candidateUser", "parks1", "unassigned", true))))) {
                assertThat(bureau.as("parks1").post("/engine-rest/filter/" + filter.get("id").asText() + "/list", with(more)).text()).as("%s %s", filter.get("name").asText(), more).doesNotContain("Task_Implement");
            }
        }
    }

    private Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> query = new java.util.HashMap<>(more);
        query.put("processInstanceBusinessKey", task);
        return query;
    }

    /** To its own people too, and at every step. */
    @Test
    void everyEntryShowsTheMatterItsNumberItsDepartmentAndItsProblem() {
        String caseNumber = bureau.launchedCase(2);
        String number = taskNumber(caseNumber, 1);
        bureau.submitted(number);
        Map<String, String> about = Map.of("sanitation1", taskNumber(caseNumber, 2), "sanitationhead", number, "auditor1", number);
        about.forEach((person, key) -> {
            Map<String, Object> shown = new java.util.HashMap<>();
            String element = key.equals(number) ? "Task_Endorse" : "Task_Implement";
            bureau.as(person).get("/engine-rest/task/" + bureau.as(person).taskId(key, element) + "/localVariables").json().fields().forEachRemaining(each -> shown.put(each.getKey(), each.getValue().get("value").asText()));
            JsonNode row = bureau.as("office1").get("/api/tasks/" + key).json();
            filters(person).forEach(filter -> {
                List<String> variables = filter.at("/properties/variables").findValuesAsText("name");
                assertThat(variables).as(person + filter.get("name")).startsWith("subject", "businessKey", "responsibleDepartment", "ofProblem");
                assertThat(variables.stream().limit(4).map(shown::get).map(String::valueOf)).as(person + filter.get("name"))
                        .containsExactly(row.get("title").asText(), key, "环境卫生科", "问题" + row.get("problem").asText() + "：" + row.get("problemTitle").asText());
            });
        });
    }

    /** Tasklist asks for the variables of a task and of its process at once. */
    @Test
    void aListTellsWhatItsEntriesAreAboutToThoseWhoFindThem() {
        String id = bureau.as("sanitation1").taskId(task, "Task_Implement");
        String process = bureau.as("sanitation1").get("/engine-rest/task/" + id).json().get("processInstanceId").asText();
        String asked = "/engine-rest/variable-instance?variableScopeIdIn=" + id + "," + process;
        for (String finder : List.of("sanitation1", "auditor1", "discipline1")) {
            assertThat(bureau.as(finder).get(asked).json()).as(finder).isNotEmpty().allSatisfy(variable -> assertThat(variable.get("taskId").asText()).isEqualTo(id));
        }
        for (String other : List.of("parks1", "office1", "leader1")) assertThat(bureau.as(other).get(asked).json()).as(other).isEmpty();
    }

    @Test
    void theyFollowTheDays(@Autowired TaskService tasks) {
        LocalDate deadline = LocalDate.of(2039, 3, 2);
        tasks.setDueDate(bureau.as("sanitation1").taskId(task, "Task_Implement"), EndOfDay.of(deadline));
        clock.travelTo(deadline.minusDays(4).atTime(17, 55));
        assertThat(holding("sanitation1")).containsExactly("我的待办", "本科室待认领");
        clock.travelTo(deadline.minusDays(3).atTime(9, 0));
        assertThat(holding("sanitation1")).as("还有3天").containsExactly("我的待办", "三日内到期", "本科室待认领");
        assertThat(holding("auditor1")).containsExactly("全部在办", "全部三日内到期");
        clock.travelTo(deadline.atTime(17, 55));
        assertThat(holding("sanitation1")).containsExactly("我的待办", "今日到期", "三日内到期", "本科室待认领");
        assertThat(holding("auditor1")).containsExactly("全部在办", "全部今日到期", "全部三日内到期");
        clock.travelTo(deadline.plusDays(1).atTime(0, 1));
        assertThat(holding("sanitation1")).containsExactly("我的待办", "已超期", "本科室待认领");
        assertThat(holding("auditor1")).containsExactly("全部在办", "全部已超期");
    }

    @Test
    void whatIsDueOnADayOffIsDueUntilTheNextWorkingDayIsOver(@Autowired TaskService tasks) {
        LocalDate saturday = LocalDate.of(2039, 3, 5);
        tasks.setDueDate(bureau.as("sanitation1").taskId(task, "Task_Implement"), EndOfDay.of(saturday));
        clock.travelTo(saturday.plusDays(1).atTime(9, 0));
        assertThat(holding("sanitation1")).containsExactly("我的待办", "今日到期", "三日内到期", "本科室待认领");
        clock.travelTo(saturday.plusDays(2).atTime(23, 0));
        assertThat(holding("sanitation1")).containsExactly("我的待办", "今日到期", "三日内到期", "本科室待认领");
        clock.travelTo(saturday.plusDays(3).atTime(0, 1));
        assertThat(holding("sanitation1")).containsExactly("我的待办", "已超期", "本科室待认领");
    }

    @Test
    void whatAnEarlierVersionHasStoredIsBroughtUpToDateAndOthersFiltersAreLeftAlone(@Autowired FilterService stored, @Autowired Filters filters, @Autowired TaskService tasks) {
        Filter ours = stored.createFilterQuery().filterName("今日到期").singleResult();
        stored.saveFilter(ours.setQuery(tasks.createTaskQuery().dueBeforeExpression("${dateTime()}")).setProperties(Map.of("priority", 7)));
        Filter theirs = stored.saveFilter(stored.newTaskFilter("只看我的").setQuery(tasks.createTaskQuery().taskAssignee("admin")).setProperties(Map.of("priority", 99)));
        int revisions = revisions(stored);

        filters.offer();

        assertThat(names("sanitation1")).containsExactly("我的待办", "被退回", "已超期", "今日到期", "三日内到期", "本科室待认领");
        tasks.setDueDate(bureau.as("sanitation1").taskId(task, "Task_Implement"), EndOfDay.of(LocalDate.of(2039, 3, 2)));
        clock.travelTo(LocalDate.of(2039, 3, 3).atTime(9, 0));
        assertThat(holding("sanitation1")).containsExactly("我的待办", "已超期", "本科室待认领");
        assertThat(stored.getFilter(theirs.getId()).getProperties()).containsEntry("priority", 99);
        assertThat(revisions(stored)).as("nothing else is written").isEqualTo(revisions + 1);
        stored.deleteFilter(theirs.getId());
    }

    private static int revisions(FilterService stored) {
        return stored.createFilterQuery().list().stream().mapToInt(filter -> ((FilterEntity) filter).getRevision()).sum();
    }

    /** How many sign-offs of this task wait for him, as the pile says it. */
    private int toSignOff(String person) {
        for (JsonNode filter : filters(person)) {
            if (filter.get("name").asText().equals("待销号")) return bureau.as(person).post("/engine-rest/filter/" + filter.get("id").asText() + "/count", Map.of("processInstanceBusinessKey", task)).json().get("count").asInt();
        }
        throw new AssertionError(person + " has no such filter");
    }

    private List<String> names(String person) {
        List<String> names = new ArrayList<>();
        filters(person).forEach(filter -> names.add(filter.get("name").asText()));
        return names;
    }

    private JsonNode filters(String person) {
        List<JsonNode> filters = new ArrayList<>();
        bureau.as(person).get("/engine-rest/filter?resourceType=Task").json().forEach(filters::add);
        filters.sort(java.util.Comparator.comparing(filter -> filter.at("/properties/priority").asInt()));
        return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(filters);
    }

    /** Names of the filters in which this person finds the task's step. */
    private List<String> holding(String person) {
        List<String> names = new ArrayList<>();
        filters(person).forEach(filter -> {
            JsonNode found = bureau.as(person).post("/engine-rest/filter/" + filter.get("id").asText() + "/list", Map.of("processInstanceBusinessKey", task)).json();
            if (found.size() > 0) names.add(filter.get("name").asText());
        });
        return names;
    }
}
