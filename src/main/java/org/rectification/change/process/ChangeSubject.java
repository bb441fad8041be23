package org.rectification.change.process;

import org.rectification.change.Changes;
import org.rectification.change.TaskChange;
import org.rectification.engine.Barred;
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
    public Barred barred(String element, String changeKey) {
        return Barred.leader(tasks.task(changes.change(changeKey).taskNumber()).leadLeader());
    }

    @Override
    public String department(String changeKey) {
        return tasks.task(changes.change(changeKey).taskNumber()).leadDepartment();
    }

    @Override
    public String problem(String changeKey) {
        return tasks.problemOf(changes.change(changeKey).taskNumber());
    }
}
