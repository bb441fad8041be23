package org.rectification.rectification.process;

import org.rectification.engine.Barred;
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
    public Barred barred(String element, String taskNumber) {
        return new Barred(lifecycle.tookPart(taskNumber), RectificationTaskProcess.SIGN_OFF.equals(element) ? lifecycle.task(taskNumber).leadLeader() : null);
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
