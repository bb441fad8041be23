package org.rectification.rectification.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.rectification.CaseLifecycle;
import org.springframework.stereotype.Component;

/** Task_RegisterProblems 登记问题清单. */
@Component
class RegisterProblemsListener implements TaskListener {

    private final CaseLifecycle lifecycle;

    RegisterProblemsListener(CaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void notify(DelegateTask task) {
        lifecycle.problemsRegistered(BusinessKey.of(task));
    }
}
