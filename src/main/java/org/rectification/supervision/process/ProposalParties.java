package org.rectification.supervision.process;

import java.util.Date;
import java.util.List;
import org.rectification.engine.EndOfDay;
import org.rectification.rectification.Allowance;
import org.rectification.rectification.Allowances;
import org.rectification.supervision.Proposals;
import org.springframework.stereotype.Component;

/** Whom a proposal's model asks for the answer, and until when. */
@Component
public class ProposalParties {

    private final Proposals proposals;
    private final Allowances allowances;

    ProposalParties(Proposals proposals, Allowances allowances) {
        this.proposals = proposals;
        this.allowances = allowances;
    }

    public List<String> answering(String proposalNumber) {
        return List.of(Proposals.answeringGroup(proposals.proposal(proposalNumber)));
    }

    public Date answerBy(String proposalNumber) {
        return EndOfDay.of(proposals.proposal(proposalNumber).dueOn());
    }

    public Date acceptBy(String proposalNumber) {
        return EndOfDay.of(allowances.fromToday(Allowance.ACCEPT_ANSWER));
    }
}
