package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.support.Bureau.taskNumber;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rectification.support.Bureau;
import org.rectification.support.OnH2;
import org.rectification.support.OnPostgres;
import org.rectification.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

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
    @Autowired JdbcClient jdbc;
    @Autowired List<Subject> subjects;
    @Autowired TaskCard card;
    @Autowired PlatformTransactionManager transactions;
    String signOff;
    String other;

    @BeforeEach
    void twoSteps() {
        Bureau bureau = new Bureau(port, management);
        String caseNumber = bureau.launchedCase(2);
        signOff = checked(bureau, taskNumber(caseNumber, 1));
        other = checked(bureau, taskNumber(caseNumber, 2));
    }

    @Test
    void itsListIsWrittenWhenTheApplicationStarts() {
        Map<String, Object> said = tasks.getVariablesLocal(signOff, List.of(TaskCard.SUBJECT, TaskCard.DEPARTMENT, TaskCard.PROBLEM));
        assertThat(said).hasSize(3);
        tasks.setVariableLocal(signOff, TaskCard.NOT_FOR, "leader2");
        tasks.removeVariableLocal(other, TaskCard.NOT_FOR);
        tasks.setVariableLocal(other, TaskCard.BUSINESS_KEY, "T-0-0-00-00");
        for (String task : List.of(signOff, other)) tasks.removeVariablesLocal(task, List.of(TaskCard.DEPARTMENT, TaskCard.PROBLEM));
        tasks.setVariableLocal(signOff, TaskCard.SUBJECT, "环境卫生科 任务");
        complete(cards);
        assertThat((String) tasks.getVariableLocal(signOff, TaskCard.NOT_FOR)).contains(",leader2,", ",sanitation1,", ",supervisor1,");
        assertThat(tasks.getVariablesLocal(signOff)).containsAllEntriesOf(said);
        assertThat(tasks.getVariablesLocal(other)).containsEntry(TaskCard.NOT_FOR, Barred.NOBODY.listed()).doesNotContainKey(TaskCard.DEPARTMENT);
        assertThat(Statements.of(() -> complete(cards))).isNotEmpty().noneMatch(statement -> statement.toLowerCase().startsWith("insert") || statement.toLowerCase().startsWith("update"));
    }

    /** Done at another node between the look and the writing. */
    @Test
    void oneThatIsGoneHoldsUpNoOther() {
        for (String task : List.of(signOff, other)) tasks.removeVariablesLocal(task, List.of(TaskCard.NOT_FOR, TaskCard.DEPARTMENT));
        complete(new EarlierCards(without(signOff), jdbc, subjects, card, transactions));
        assertThat(tasks.getVariablesLocal(signOff)).doesNotContainKeys(TaskCard.NOT_FOR, TaskCard.DEPARTMENT);
        assertThat(tasks.getVariablesLocal(other)).containsKeys(TaskCard.NOT_FOR, TaskCard.DEPARTMENT);
        complete(cards);
        assertThat(tasks.getVariablesLocal(signOff)).containsKeys(TaskCard.NOT_FOR, TaskCard.DEPARTMENT);
    }

    @Test
    void aProcessThatNobodyKnowsIsLeftAlone() {
        tasks.removeVariablesLocal(other, List.of(TaskCard.NOT_FOR, TaskCard.DEPARTMENT));
        complete(new EarlierCards(tasks, jdbc, subjects.stream().filter(subject -> !subject.process().equals("rectification-task")).toList(), card, transactions));
        assertThat(tasks.getVariablesLocal(other)).doesNotContainKeys(TaskCard.NOT_FOR, TaskCard.DEPARTMENT);
    }

    private static void complete(EarlierCards cards) {
        cards.listForWhomTheyAreNot();
        cards.tellWhoseMattersTheyAre();
    }

    private TaskService without(String gone) {
        return (TaskService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {TaskService.class}, (proxy, called, given) -> {
            if (gone.equals(given[0])) throw new NullValueException("Cannot find task with id " + gone);
            return called.invoke(tasks, given);
        });
    }

    private String checked(Bureau bureau, String task) {
        bureau.checked(task);
        return tasks.createTaskQuery().processInstanceBusinessKey(task).taskDefinitionKey("Task_SignOff").singleResult().getId();
    }
}
