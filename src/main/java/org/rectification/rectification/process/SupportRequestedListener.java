package org.rectification.rectification.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.StartSubmission;
import org.rectification.rectification.SupportKey;
import org.rectification.rectification.TaskSupport;
import org.springframework.stereotype.Component;

/** StartEvent_SupportRequested 配合已通知: only for a department that the task has asked, and once. */
@Component
class SupportRequestedListener implements ExecutionListener {

    private final TaskSupport support;

    SupportRequestedListener(TaskSupport support) {
        this.support = support;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, Set.of());
        support.begun(SupportKey.read(start.getProcessBusinessKey()));
    }
}
