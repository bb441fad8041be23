package org.rectification.rectification.process;

import org.rectification.engine.Subject;
import org.rectification.rectification.SupportKey;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

@Component
class SupportSubject implements Subject {

    private final TaskLifecycle lifecycle;

    SupportSubject(TaskLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public String process() {
        return TaskSupportProcess.KEY;
    }

    @Override
    public String of(String supportKey) {
        return lifecycle.task(SupportKey.read(supportKey).taskNumber()).title();
    }

    @Override
    public String page(String supportKey) {
        return "/tasks/" + SupportKey.read(supportKey).taskNumber();
    }

    @Override
    public String department(String supportKey) {
        return lifecycle.task(SupportKey.read(supportKey).taskNumber()).leadDepartment();
    }

    @Override
    public String problem(String supportKey) {
        return lifecycle.problemOf(SupportKey.read(supportKey).taskNumber());
    }
}
