package org.rectification.rectification.process;

import java.util.Date;
import java.util.List;
import org.rectification.engine.EndOfDay;
import org.rectification.organization.Deputies;
import org.rectification.organization.Groups;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

/** Whom the task's model offers a step to, and until when, as the ledger says at that moment. */
@Component
public class TaskParties {

    private final TaskLifecycle lifecycle;
    private final Deputies deputies;

    TaskParties(TaskLifecycle lifecycle, Deputies deputies) {
        this.lifecycle = lifecycle;
        this.deputies = deputies;
    }

    public List<String> handlers(String taskNumber) {
        return List.of(Groups.handlersOf(lifecycle.task(taskNumber).leadDepartment()));
    }

    public List<String> endorsingGroups(String taskNumber) {
        return lifecycle.wasSubmittedByHead(taskNumber) ? List.of() : List.of(Groups.headsOf(lifecycle.task(taskNumber).leadDepartment()));
    }

    public List<String> endorsingLeaders(String taskNumber) {
        return lifecycle.leaderWhoEndorses(taskNumber).stream().flatMap(leader -> deputies.withDeputy(leader).stream()).toList();
    }

    /** The end of the deadline's day. */
    public Date deadline(String taskNumber) {
        return EndOfDay.of(lifecycle.task(taskNumber).deadline());
    }
}
