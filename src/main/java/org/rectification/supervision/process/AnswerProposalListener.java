package org.rectification.supervision.process;

import static org.rectification.supervision.process.SupervisionProposalProcess.ANSWER;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.supervision.Proposals;
import org.springframework.stereotype.Component;

/** Task_AnswerProposal 答复监督建议. */
@Component
class AnswerProposalListener implements TaskListener {

    private final Proposals proposals;
    private final Actor actor;

    AnswerProposalListener(Proposals proposals, Actor actor) {
        this.proposals = proposals;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        proposals.answered(task.getExecution().getProcessBusinessKey(), actor.person(), ANSWER.from(task));
    }
}
