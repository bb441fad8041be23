package org.rectification.rectification.process;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rectification.engine.EndOfDay;
import org.rectification.rectification.DeadlineMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves what people have to do along with the ledger's deadline, in the transaction that moved it. */
@Component
class DueDates {

    /** The steps that are due when the task is; the others have allowances of their own. */
    private static final String[] DUE_WITH_THE_TASK = {RectificationTaskProcess.IMPLEMENT, TaskSupportProcess.SUPPORT};

    private final TaskService tasks;

    DueDates(TaskService tasks) {
        this.tasks = tasks;
    }

    /** A supporting department's key begins with the task's number. */
    @EventListener
    void follow(DeadlineMoved moved) {
        Stream.of(open().processInstanceBusinessKey(moved.taskNumber()), open().processInstanceBusinessKeyLike(moved.taskNumber() + ":%")).map(TaskQuery::list).flatMap(List::stream)
                .forEach(task -> tasks.setDueDate(task.getId(), moved.dueOn() == null ? null : EndOfDay.of(moved.dueOn())));
    }

    private TaskQuery open() {
        return tasks.createTaskQuery().taskDefinitionKeyIn(DUE_WITH_THE_TASK);
    }
}
