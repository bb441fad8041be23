package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.taskNumber;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A step from before the lists of who is barred, and one whose matter has gone, on both databases. */
class EarlierCardsTest {

    @Nested
    @OnH2
    class H2 extends Completing {
    }

    @Nested
    @OnPostgres
    class Postgres extends Completing {
    }
}

abstract class Completing {

    @LocalServerPort int port;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired EarlierCards cards;

    @Test
    void itsListIsWrittenWhenTheApplicationStarts() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.launchedCase(2);
        String signOff = checked(bureau, taskNumber(caseNumber, 1));
        String lost = checked(bureau, taskNumber(caseNumber, 2));
        Map<String, Object> said = tasks.getVariablesLocal(signOff, List.of(TaskCard.SUBJECT, TaskCard.DEPARTMENT, TaskCard.PROBLEM));
        assertThat(said).hasSize(3);
        tasks.setVariableLocal(signOff, TaskCard.NOT_FOR, "leader2");
        tasks.removeVariableLocal(lost, TaskCard.NOT_FOR);
        tasks.setVariableLocal(lost, TaskCard.BUSINESS_KEY, "T-0-0-00-00");
        for (String unsaid : List.of(TaskCard.DEPARTMENT, TaskCard.PROBLEM)) tasks.removeVariableLocal(signOff, unsaid);
        tasks.setVariableLocal(signOff, TaskCard.SUBJECT, "环境卫生科 任务");
        cards.complete();
        assertThat((String) tasks.getVariableLocal(signOff, TaskCard.NOT_FOR)).contains(",leader2,", ",sanitation1,", ",supervisor1,");
        assertThat(tasks.getVariablesLocal(signOff)).containsAllEntriesOf(said);
        assertThat(tasks.getVariableLocal(lost, TaskCard.NOT_FOR)).isEqualTo(Barred.NOBODY.listed());
    }

    private String checked(Bureau bureau, String task) {
        bureau.checked(task);
        return tasks.createTaskQuery().processInstanceBusinessKey(task).taskDefinitionKey("Task_SignOff").singleResult().getId();
    }
}
