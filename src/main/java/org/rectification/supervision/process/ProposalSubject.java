package org.rectification.supervision.process;

import org.rectification.engine.Subject;
import org.rectification.supervision.Proposals;
import org.springframework.stereotype.Component;

@Component
class ProposalSubject implements Subject {

    private final Proposals proposals;

    ProposalSubject(Proposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public String process() {
        return SupervisionProposalProcess.KEY;
    }

    @Override
    public String of(String businessKey) {
        return proposals.proposal(businessKey).title();
    }

    @Override
    public String page(String businessKey) {
        return "/cases/" + proposals.proposal(businessKey).caseNumber();
    }

    @Override
    public String department(String businessKey) {
        return proposals.proposal(businessKey).department();
    }
}
