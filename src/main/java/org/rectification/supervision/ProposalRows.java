package org.rectification.supervision;

import java.util.List;
import org.rectification.refusal.Refusal;
import org.springframework.data.repository.CrudRepository;

interface ProposalRows extends CrudRepository<Proposal, String> {

    List<Proposal> findByCaseNumberOrderByOrdinalDesc(String caseNumber);

    List<Proposal> findByTaskNumberOrderByOrdinal(String taskNumber);

    int countByCaseNumber(String caseNumber);

    default Proposal get(String proposalNumber) {
        return findById(proposalNumber == null ? "" : proposalNumber).orElseThrow(() -> Refusal.unknown("没有编号为“" + proposalNumber + "”的监督建议，监督建议由派驻纪检监察组在案件页面提出"));
    }
}
