package org.rectification.lookback;

import java.util.List;
import org.rectification.refusal.Refusal;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

interface LookBackRecords extends CrudRepository<LookBack, String> {

    List<LookBack> findByTaskNumberOrderByRound(String taskNumber);

    List<LookBack> findByCaseNumberOrderByDrawAscTaskNumberAsc(String caseNumber);

    long countByCaseNumberAndStatus(String caseNumber, LookBackStatus status);

    long countByCaseNumberAndBegun(String caseNumber, boolean begun);

    boolean existsByCaseNumberAndDrawAndStatus(String caseNumber, int draw, LookBackStatus status);

    @Query("select task_number from ledger.look_back where case_number = :caseNumber and begun = false order by task_number limit :most")
    List<String> notYetBegun(String caseNumber, int most);

    /** The task's last one. */
    default LookBack get(String taskNumber) {
        return findByTaskNumberOrderByRound(taskNumber == null ? "" : taskNumber).stream().reduce((earlier, later) -> later)
                .orElseThrow(() -> Refusal.ofRule("任务" + taskNumber + "没有被抽取回头看，回头看由系统到期后发起"));
    }
}
