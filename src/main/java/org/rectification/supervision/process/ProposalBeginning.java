package org.rectification.supervision.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rectification.supervision.ProposalFiled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the process together with the proposal, or neither. */
@Component
class ProposalBeginning {

    private final RuntimeService runtime;

    ProposalBeginning(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void begin(ProposalFiled event) {
        runtime.startProcessInstanceByKey(SupervisionProposalProcess.KEY, event.proposalNumber());
    }
}
