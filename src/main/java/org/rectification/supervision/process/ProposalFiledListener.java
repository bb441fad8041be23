package org.rectification.supervision.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rectification.engine.StartSubmission;
import org.rectification.supervision.Proposals;
import org.springframework.stereotype.Component;

/** StartEvent_ProposalFiled 监督建议已提出: only for a proposal that stands in the ledger, and once. */
@Component
class ProposalFiledListener implements ExecutionListener {

    private final Proposals proposals;

    ProposalFiledListener(Proposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public void notify(DelegateExecution start) {
        StartSubmission.require(start, Set.of());
        proposals.begun(start.getProcessBusinessKey());
    }
}
