package org.rectification.rectification;

import java.util.List;
import java.util.Optional;
import org.rectification.refusal.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

interface Cases extends CrudRepository<RectificationCase, String> {

    /** Waits for whoever holds the case, then holds it until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<RectificationCase> findByCaseNumber(String caseNumber);

    List<RectificationCase> findByStageNotOrderByFeedbackDateDescCaseNumber(CaseStage stage, Limit most);

    default RectificationCase get(String caseNumber) {
        return findById(caseNumber).orElseThrow(() -> unknown(caseNumber));
    }

    default RectificationCase getLocked(String caseNumber) {
        return findByCaseNumber(caseNumber).orElseThrow(() -> unknown(caseNumber));
    }

    private static Refusal unknown(String caseNumber) {
        return Refusal.unknown("没有编号为“" + caseNumber + "”的巡察整改");
    }
}
