package org.rectification.rectification.process;

import java.util.Date;
import java.util.List;
import org.rectification.organization.Groups;
import org.rectification.rectification.SupportKey;
import org.rectification.rectification.TaskSupport;
import org.springframework.stereotype.Component;

/** Whether a task's model has departments to ask, and whom the support's model offers its step to until when. */
@Component
public class SupportParties {

    private final TaskSupport support;
    private final TaskParties tasks;

    SupportParties(TaskSupport support, TaskParties tasks) {
        this.support = support;
        this.tasks = tasks;
    }

    public boolean areNeeded(String taskNumber) {
        return support.isNeeded(taskNumber);
    }

    public List<String> department(String supportKey) {
        return List.of(Groups.handlersOf(SupportKey.read(supportKey).department()));
    }

    /** The task's own. */
    public Date deadline(String supportKey) {
        return tasks.deadline(SupportKey.read(supportKey).taskNumber());
    }
}
