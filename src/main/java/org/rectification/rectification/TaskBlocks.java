package org.rectification.rectification;

import java.util.List;
import org.rectification.refusal.Refusal;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

interface TaskBlocks extends CrudRepository<TaskBlock, String> {

    List<TaskBlock> findByTaskNumberOrderByOrdinal(String taskNumber);

    @Query("""
            select b.* from ledger.task_block b join ledger.rectification_task t on t.task_number = b.task_number
            where t.case_number = :caseNumber and b.status in ('REQUESTED', 'BLOCKED')""")
    List<TaskBlock> openIn(String caseNumber);

    default TaskBlock get(String blockKey) {
        return findById(blockKey == null ? "" : blockKey).orElseThrow(() -> Refusal.unknown("没有编号为“" + blockKey + "”的受阻认定，受阻认定由经办人在任务页面申请"));
    }
}
