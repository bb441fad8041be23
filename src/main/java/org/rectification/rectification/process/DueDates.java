package org.rectification.rectification.process;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rectification.rectification.DeadlineMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves what people have to do along with the ledger's deadline, in the transaction that moved it. */
@Component
class DueDates {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    /** Whose steps are due when the task is; a supporting department's key begins with the task's number. */
    private static final String[] DUE_WITH_THE_TASK = {RectificationTaskProcess.KEY, "task-support"};

    private final TaskService tasks;

    DueDates(TaskService tasks) {
        this.tasks = tasks;
    }

    @EventListener
    void follow(DeadlineMoved moved) {
        Stream.of(open().processInstanceBusinessKey(moved.taskNumber()), open().processInstanceBusinessKeyLike(moved.taskNumber() + ":%")).map(TaskQuery::list).flatMap(List::stream)
                .filter(task -> isDueOn(task, moved.from())).forEach(task -> tasks.setDueDate(task.getId(), endOf(moved.to())));
    }

    private TaskQuery open() {
        return tasks.createTaskQuery().processDefinitionKeyIn(DUE_WITH_THE_TASK);
    }

    private static boolean isDueOn(Task task, LocalDate day) {
        return task.getDueDate() != null && task.getDueDate().toInstant().atZone(ZoneId.systemDefault()).toLocalDate().equals(day);
    }

    static Date endOf(LocalDate day) {
        return Date.from(day.atTime(END_OF_DAY).atZone(ZoneId.systemDefault()).toInstant());
    }
}
