package org.rectification.rectification.process;

import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rectification.engine.EndOfDay;
import org.rectification.rectification.CaseTakenOver;
import org.rectification.rectification.DeadlineMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves what people have to do along with the day it is counted from, in the transaction that moved that. */
@Component
class DueDates {

    /** The steps that are due when the task is; the others have allowances of their own. */
    private static final String[] DUE_WITH_THE_TASK = {RectificationTaskProcess.IMPLEMENT, TaskSupportProcess.SUPPORT};

    private final TaskService tasks;
    private final StepDueDates allowed;

    DueDates(TaskService tasks, StepDueDates allowed) {
        this.tasks = tasks;
        this.allowed = allowed;
    }

    /** A supporting department's key begins with the task's number. */
    @EventListener
    void follow(DeadlineMoved moved) {
        Stream.of(open().processInstanceBusinessKey(moved.taskNumber()), open().processInstanceBusinessKeyLike(moved.taskNumber() + ":%")).map(TaskQuery::list).flatMap(List::stream)
                .forEach(task -> tasks.setDueDate(task.getId(), moved.dueOn() == null ? null : EndOfDay.of(moved.dueOn())));
    }

    /** Only what the feedback or the takeover gives time for; other steps count from their own beginning. */
    @EventListener
    void follow(CaseTakenOver taken) {
        move(taken.caseNumber(), RectificationCaseProcess.REGISTER_PROBLEMS, allowed.registerProblems(taken.caseNumber()));
        move(taken.caseNumber(), RectificationCaseProcess.DRAFT_PLAN, allowed.draftPlan(taken.caseNumber()));
    }

    private void move(String caseNumber, String step, Date due) {
        tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(step).list().forEach(task -> tasks.setDueDate(task.getId(), due));
    }

    private TaskQuery open() {
        return tasks.createTaskQuery().taskDefinitionKeyIn(DUE_WITH_THE_TASK);
    }
}
