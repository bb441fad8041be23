package org.rectification.rectification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.taskNumber;

import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.rectification.rectification.TaskDeadlines;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A moved deadline moves what is due by it, and nothing else. */
@OnH2
class DueDatesTest {

    private static final LocalDate LATER = LocalDate.now().plusDays(100);

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired TaskDeadlines deadlines;

    @Test
    void theDepartmentAndThoseWhoSupportItHaveUntilThen() {
        String task = taskNumber(new Bureau(port, management).launchedCase(1), 1);

        deadlines.extended(task, LATER);

        assertThat(due(task, "Task_Implement")).isEqualTo(LATER);
        assertThat(due(task + ":finance", "Task_Support")).isEqualTo(LATER);
    }

    @Test
    void anEndorsementKeepsItsOwnAllowance() {
        Bureau bureau = new Bureau(port, management);
        String task = taskNumber(bureau.launchedCase(1), 1);
        bureau.submitted(task);
        LocalDate allowed = due(task, "Task_Endorse");

        deadlines.extended(task, LATER);

        assertThat(due(task, "Task_Endorse")).isEqualTo(allowed).isBefore(LATER);
    }

    private LocalDate due(String businessKey, String element) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(element).singleResult().getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
