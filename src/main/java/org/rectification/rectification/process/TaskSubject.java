package org.rectification.rectification.process;

import java.util.Set;
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
    public Set<String> barred(String element, String taskNumber) {
        Set<String> people = lifecycle.tookPart(taskNumber);
        if (RectificationTaskProcess.SIGN_OFF.equals(element)) people.add(lifecycle.task(taskNumber).leadLeader());
        return people;
    }

    @Override
    public String department(String taskNumber) {
        return lifecycle.task(taskNumber).leadDepartment();
    }
}
