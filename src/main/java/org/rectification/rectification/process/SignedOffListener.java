package org.rectification.rectification.process;

import static org.rectification.rectification.process.RectificationTaskProcess.SIGNED_OFF_ROUND;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

/** EndEvent_SignedOff 已销号: refuses without four people, even where somebody led a token here from outside. */
@Component
class SignedOffListener implements ExecutionListener {

    private final TaskLifecycle lifecycle;

    SignedOffListener(TaskLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void notify(DelegateExecution end) {
        lifecycle.requireFourPeople(end.getProcessBusinessKey(), SIGNED_OFF_ROUND.from(end));
    }
}
