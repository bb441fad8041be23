package org.rectification.extension;

import java.util.List;
import org.rectification.refusal.Refusal;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

interface ExtensionRequests extends CrudRepository<DeadlineExtension, String> {

    List<DeadlineExtension> findByTaskNumberOrderByOrdinal(String taskNumber);

    @Query("""
            select e.extension_key from ledger.deadline_extension e join ledger.rectification_task t on t.task_number = e.task_number
            where t.case_number = :caseNumber and e.status in ('REQUESTED', 'ENDORSED')""")
    List<String> openKeys(String caseNumber);

    default DeadlineExtension get(String extensionKey) {
        return findById(extensionKey == null ? "" : extensionKey).orElseThrow(() -> Refusal.unknown("没有编号为“" + extensionKey + "”的延期申请，延期由经办人在任务页面提出"));
    }
}
