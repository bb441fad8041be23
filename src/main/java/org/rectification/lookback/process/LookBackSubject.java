package org.rectification.lookback.process;

import org.rectification.engine.Subject;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

@Component
class LookBackSubject implements Subject {

    private final TaskLifecycle lifecycle;

    LookBackSubject(TaskLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public String process() {
        return LookBackProcess.KEY;
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
    public String department(String taskNumber) {
        return lifecycle.task(taskNumber).leadDepartment();
    }

    @Override
    public String problem(String taskNumber) {
        return lifecycle.problemOf(taskNumber);
    }
}
