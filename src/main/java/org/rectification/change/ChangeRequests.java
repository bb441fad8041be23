package org.rectification.change;

import java.util.List;
import org.rectification.refusal.Refusal;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

interface ChangeRequests extends CrudRepository<TaskChange, String> {

    List<TaskChange> findByTaskNumberOrderByOrdinal(String taskNumber);

    List<TaskChange> findByTargetAndStatusOrderByTaskNumber(String target, ChangeStatus status);

    @Query("""
            select c.change_key from ledger.task_change c join ledger.rectification_task t on t.task_number = c.task_number
            where t.case_number = :caseNumber and c.status = 'REQUESTED'""")
    List<String> openKeys(String caseNumber);

    default TaskChange get(String changeKey) {
        return findById(changeKey == null ? "" : changeKey).orElseThrow(() -> Refusal.unknown("没有编号为“" + changeKey + "”的任务调整，任务调整由整改办在任务页面提出"));
    }
}
