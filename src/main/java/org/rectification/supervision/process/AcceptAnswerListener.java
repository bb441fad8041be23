package org.rectification.supervision.process;

import static org.rectification.supervision.process.SupervisionProposalProcess.ANSWER_ACCEPTED;
import static org.rectification.supervision.process.SupervisionProposalProcess.OPINION;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.engine.Actor;
import org.rectification.supervision.Proposals;
import org.springframework.stereotype.Component;

/** Task_AcceptAnswer 审核答复. */
@Component
class AcceptAnswerListener implements TaskListener {

    private final Proposals proposals;
    private final Actor actor;

    AcceptAnswerListener(Proposals proposals, Actor actor) {
        this.proposals = proposals;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        proposals.judged(task.getExecution().getProcessBusinessKey(), actor.person(), ANSWER_ACCEPTED.from(task), OPINION.from(task));
    }
}
