package org.rectification.deadlines.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.deadlines.Escalations;
import org.springframework.stereotype.Component;

/** Task_LapseEscalation 登记失效. */
@Component
class LapseEscalationDelegate implements JavaDelegate {

    private final Escalations escalations;

    LapseEscalationDelegate(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.lapsed(execution.getProcessBusinessKey());
    }
}
