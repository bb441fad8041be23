package org.rectification.rectification.process;

import org.rectification.engine.Barred;
import org.rectification.engine.Subject;
import org.rectification.rectification.BlockedTasks;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

@Component
class BlockSubject implements Subject {

    private final BlockedTasks blocked;
    private final TaskLifecycle tasks;

    BlockSubject(BlockedTasks blocked, TaskLifecycle tasks) {
        this.blocked = blocked;
        this.tasks = tasks;
    }

    @Override
    public String process() {
        return ObjectivelyBlockedProcess.KEY;
    }

    @Override
    public String of(String blockKey) {
        return tasks.task(blocked.block(blockKey).taskNumber()).title();
    }

    @Override
    public String page(String blockKey) {
        return "/tasks/" + blocked.block(blockKey).taskNumber();
    }

    @Override
    public Barred barred(String element, String blockKey) {
        return Barred.leader(tasks.task(blocked.block(blockKey).taskNumber()).leadLeader());
    }

    @Override
    public String department(String blockKey) {
        return tasks.task(blocked.block(blockKey).taskNumber()).leadDepartment();
    }

    @Override
    public String problem(String blockKey) {
        return tasks.problemOf(blocked.block(blockKey).taskNumber());
    }
}
