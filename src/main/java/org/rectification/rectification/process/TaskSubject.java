package org.rectification.rectification.process;

import org.rectification.engine.Subject;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

@Component
class TaskSubject implements Subject {

    private final TaskLifecycle lifecycle;

    TaskSubject(TaskLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public String process() {
        return RectificationTaskProcess.KEY;
    }

    @Override
    public String of(String taskNumber) {
        return lifecycle.task(taskNumber).title();
    }

    @Override
    public String page(String taskNumber) {
        return "/tasks/" + taskNumber;
    }

    @Override
    public String concernedLeader(String taskNumber) {
        return lifecycle.task(taskNumber).leadLeader();
    }

    @Override
    public String department(String taskNumber) {
        return lifecycle.task(taskNumber).leadDepartment();
    }
}
