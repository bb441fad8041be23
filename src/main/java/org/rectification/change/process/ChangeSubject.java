package org.rectification.change.process;

import java.util.Set;
import org.rectification.change.Changes;
import org.rectification.change.TaskChange;
import org.rectification.engine.Subject;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

@Component
class ChangeSubject implements Subject {

    private final Changes changes;
    private final TaskLifecycle tasks;

    ChangeSubject(Changes changes, TaskLifecycle tasks) {
        this.changes = changes;
        this.tasks = tasks;
    }

    @Override
    public String process() {
        return TaskChangeProcess.KEY;
    }

    @Override
    public String of(String changeKey) {
        TaskChange change = changes.change(changeKey);
        return tasks.task(change.taskNumber()).title() + "（" + change.kind().label() + "）";
    }

    @Override
    public String page(String changeKey) {
        return "/tasks/" + changes.change(changeKey).taskNumber();
    }

    @Override
    public Set<String> barred(String element, String changeKey) {
        return Set.of(tasks.task(changes.change(changeKey).taskNumber()).leadLeader());
    }

    @Override
    public String department(String changeKey) {
        return tasks.task(changes.change(changeKey).taskNumber()).leadDepartment();
    }
}
