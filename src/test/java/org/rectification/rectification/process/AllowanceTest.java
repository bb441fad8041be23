package org.rectification.rectification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.done;
import static org.rectification.support.Desk.taskNumber;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.calendar.WorkingDays;
import org.rectification.engine.EngineClock;
import org.rectification.rectification.LedgerView;
import org.rectification.support.Bureau;
import org.rectification.support.Caller;
import org.rectification.support.Desk;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every step of people is due after so many working days from its base. */
@OnH2
class AllowanceTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired TaskService tasks;
    @Autowired LedgerView ledger;
    @Autowired WorkingDays workingDays;
    @Autowired EngineClock clock;
    Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    @AfterEach
    void backToNow() {
        clock.backToNow();
    }

    @Test
    void registeringAndPlanningCountFromTheFeedback() {
        String caseNumber = desk.startedCase();
        LocalDate feedback = ledger.caseOf(caseNumber).feedbackDate();

        assertThat(due(caseNumber, "Task_RegisterProblems")).isEqualTo(workingDays.after(feedback, 5));
        desk.addProblems(caseNumber, 1);
        desk.complete("office1", caseNumber, "Task_RegisterProblems", Map.of());
        assertThat(due(caseNumber, "Task_DraftPlan")).isEqualTo(workingDays.after(feedback, 15));
    }

    @Test
    void inACaseThatWasTakenOverTheyCountFromTheTakeover() {
        Caller office = new Bureau(port, null).as("office1");
        String caseNumber = desk.startedCase();
        LocalDate feedback = ledger.caseOf(caseNumber).feedbackDate();
        LocalDate takeover = feedback.plusDays(25);

        done(office.put("/api/cases/" + caseNumber + "/takeover", Map.of("date", takeover.toString())));
        assertThat(due(caseNumber, "Task_RegisterProblems")).isEqualTo(workingDays.after(takeover, 5));
        desk.addProblems(caseNumber, 1);
        desk.complete("office1", caseNumber, "Task_RegisterProblems", Map.of());
        assertThat(due(caseNumber, "Task_DraftPlan")).isEqualTo(workingDays.after(takeover, 15));

        done(office.put("/api/cases/" + caseNumber + "/takeover", Map.of("date", "")));
        assertThat(due(caseNumber, "Task_DraftPlan")).as("taken back").isEqualTo(workingDays.after(feedback, 15));
    }

    @Test
    void whatFollowsCountsFromTheDayItBeginsAcrossAHoliday() {
        String task = taskNumber(desk.launchedCase(1), 1);
        clock.travelTo(LocalDateTime.of(2027, 4, 30, 16, 0)); // Friday
        desk.submit(task);
        assertThat(due(task, "Task_Endorse")).isEqualTo(LocalDate.of(2027, 5, 5));
        desk.endorse(task, true);
        assertThat(due(task, "Task_Check")).isEqualTo(LocalDate.of(2027, 5, 7));
        desk.check(task, true);
        assertThat(due(task, "Task_SignOff")).isEqualTo(LocalDate.of(2027, 5, 7));
    }

    @Test
    void peopleReadWhatAnAllowanceIsCountedFrom() {
        var allowances = new Bureau(port, null).as("sanitation1").get("/api/words").json().get("allowances");
        assertThat(allowances.get("PLAN").asText()).isEqualTo("反馈或接管后15个工作日");
        assertThat(allowances.get("ENDORSE").asText()).isEqualTo("报验后3个工作日");
    }

    private LocalDate due(String businessKey, String element) {
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(element).singleResult();
        return task.getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
