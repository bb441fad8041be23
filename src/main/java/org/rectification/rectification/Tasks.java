package org.rectification.rectification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rectification.refusal.Refusal;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

interface Tasks extends CrudRepository<RectificationTask, String> {

    List<RectificationTask> findByCaseNumberOrderByProblemAscOrdinalAsc(String caseNumber);

    List<RectificationTask> findByCaseNumberAndProblemOrderByOrdinal(String caseNumber, int problem);

    @Query(value = "select * from ledger.rectification_task where task_number in (:taskNumbers)", rowMapperClass = BulkRows.OfTasks.class)
    List<RectificationTask> readAll(Collection<String> taskNumbers);

    default List<RectificationTask> findByTaskNumberIn(Collection<String> taskNumbers) {
        return taskNumbers.isEmpty() ? List.of() : readAll(taskNumbers);
    }

    @Query("select coalesce(max(ordinal), 0) from ledger.rectification_task where case_number = :caseNumber and problem = :problem")
    int lastOrdinal(String caseNumber, int problem);

    record Title(String taskNumber, int problem, String title) {}

    @Query("select task_number, problem, title from ledger.rectification_task where case_number = :caseNumber")
    List<Title> titles(String caseNumber);

    record LastOrdinal(int problem, int ordinal) {}

    /** Of each problem that has tasks. */
    @Query("select problem, max(ordinal) as ordinal from ledger.rectification_task where case_number = :caseNumber group by problem")
    List<LastOrdinal> lastOrdinals(String caseNumber);

    @Query("select count(*) from ledger.rectification_task where case_number = :caseNumber and problem = :problem")
    int countOfProblem(String caseNumber, int problem);

    @Modifying
    @Query("update ledger.rectification_task set in_plan = true where case_number = :caseNumber")
    void holdInPlan(String caseNumber);

    @Query("""
            select task_number from ledger.rectification_task
            where case_number = :caseNumber and status = 'NOT_STARTED' order by problem, ordinal limit :most""")
    List<String> notYetLaunched(String caseNumber, int most);

    @Modifying
    @Query("update ledger.rectification_task set status = 'IN_PROGRESS', round = 1, version = version + 1 where task_number in (:taskNumbers) and status = 'NOT_STARTED'")
    int start(Collection<String> taskNumbers);

    /** Waits for whoever holds the task, then holds it until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<RectificationTask> findByTaskNumber(String taskNumber);

    default RectificationTask get(String taskNumber) {
        return findById(taskNumber).orElseThrow(() -> unknown(taskNumber));
    }

    default RectificationTask getLocked(String taskNumber) {
        return findByTaskNumber(taskNumber).orElseThrow(() -> unknown(taskNumber));
    }

    private static Refusal unknown(String taskNumber) {
        return Refusal.unknown("没有编号为“" + taskNumber + "”的整改任务");
    }
}
