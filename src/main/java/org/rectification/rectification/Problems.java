package org.rectification.rectification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rectification.refusal.Refusal;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

interface Problems extends CrudRepository<Problem, Long> {

    List<Problem> findByCaseNumberOrderByNumber(String caseNumber);

    List<Problem> findByCaseNumberAndNumberIn(String caseNumber, Collection<Integer> numbers);

    Optional<Problem> findByCaseNumberAndNumber(String caseNumber, int number);

    int countByCaseNumber(String caseNumber);

    @Modifying
    @Query("update ledger.problem set in_plan = true where case_number = :caseNumber")
    void holdInPlan(String caseNumber);

    default Problem get(String caseNumber, int number) {
        return findByCaseNumberAndNumber(caseNumber, number).orElseThrow(() -> Refusal.unknown("案件" + caseNumber + "没有第" + number + "号问题"));
    }
}
