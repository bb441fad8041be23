package org.rectification.rectification;

import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger is the only truth about deadlines; here it changes after the launch. */
@Service
@Transactional
public class TaskDeadlines {

    private final Tasks tasks;
    private final ApplicationEventPublisher events;

    TaskDeadlines(Tasks tasks, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.events = events;
    }

    /** The task, held until the caller's transaction ends, so that nothing happens to it beside what is being asked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public RectificationTask held(String taskNumber) {
        return tasks.getLocked(taskNumber);
    }

    public void extended(String taskNumber, LocalDate to) {
        RectificationTask task = tasks.getLocked(taskNumber);
        task.extend(to);
        tasks.save(task);
        events.publishEvent(new DeadlineMoved(taskNumber, task.dueOn()));
    }
}
