package org.rectification.rectification;

import java.util.Collection;
import java.util.List;
import org.rectification.refusal.Refusal;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

interface Measures extends CrudRepository<Measure, Long> {

    List<Measure> findByTaskNumberOrderByOrdinal(String taskNumber);

    @Query(value = "select * from ledger.measure where task_number in (:taskNumbers) order by task_number, ordinal", rowMapperClass = BulkRows.OfMeasures.class)
    List<Measure> readAll(Collection<String> taskNumbers);

    default List<Measure> findByTaskNumberIn(Collection<String> taskNumbers) {
        return taskNumbers.isEmpty() ? List.of() : readAll(taskNumbers);
    }

    @Query("select m.* from ledger.measure m where m.case_number = :caseNumber order by m.task_number, m.ordinal")
    List<Measure> findByCase(String caseNumber);

    boolean existsByTaskNumberAndOrdinal(String taskNumber, int ordinal);

    default void require(String taskNumber, int ordinal) {
        if (!existsByTaskNumberAndOrdinal(taskNumber, ordinal)) throw Refusal.unknown("任务" + taskNumber + "没有第" + ordinal + "条整改措施");
    }

    @Modifying
    @Query("delete from ledger.measure where task_number = :taskNumber")
    void deleteOfTask(String taskNumber);
}
