package org.rectification.supervision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rectification.refusal.Refusal;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

interface CheckRows extends CrudRepository<DepartmentCheck, String> {

    List<DepartmentCheck> findByCampaignNumberIn(Collection<String> campaignNumbers);

    @Query("select count(*) from ledger.department_check where campaign_number = :campaignNumber and status in ('RECORDING', 'CORRECTING', 'RECHECKING')")
    long countOpen(String campaignNumber);

    /** Waits for whoever holds the check, then holds it until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<DepartmentCheck> findByCheckKey(String checkKey);

    default DepartmentCheck get(String checkKey) {
        return findById(checkKey == null ? "" : checkKey).orElseThrow(() -> unknown(checkKey));
    }

    default DepartmentCheck getLocked(String checkKey) {
        return findByCheckKey(checkKey == null ? "" : checkKey).orElseThrow(() -> unknown(checkKey));
    }

    private static Refusal unknown(String checkKey) {
        return Refusal.unknown("没有编号为“" + checkKey + "”的科室检查，科室检查随督导检查一并下达");
    }
}
