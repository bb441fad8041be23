package org.rectification.rectification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One row a task and round, whatever crashes: claim and instance begin in one transaction or not at all. What was claimed is
 * remembered until that transaction ends, so that launching a thousand tasks does not read each of them again at every step.
 */
@Repository
class LaunchClaims {

    private final JdbcOperations jdbc;
    private final SupportingParties supporting;
    private final Problems problems;

    LaunchClaims(JdbcOperations jdbc, SupportingParties supporting, Problems problems) {
        this.jdbc = jdbc;
        this.supporting = supporting;
        this.problems = problems;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else has claimed one of them */
    void claim(List<RectificationTask> tasks) {
        jdbc.batchUpdate("insert into ledger.task_launch (task_number, round) values (?, ?)", tasks, tasks.size(), (row, task) -> {
            row.setString(1, task.taskNumber());
            row.setInt(2, task.round());
        });
        ofThisTransaction().claim(tasks, supporting.supportedAmong(tasks.stream().map(RectificationTask::taskNumber).toList()));
    }

    /** A task that begins its round anew, perhaps for the second time in one round. */
    void claimOnceMore(RectificationTask task) {
        if (jdbc.update("update ledger.task_launch set claims = claims + 1 where task_number = ? and round = ?", task.taskNumber(), task.round()) == 0) claim(List.of(task));
        else ofThisTransaction().claim(List.of(task), supporting.supportedAmong(List.of(task.taskNumber())));
    }

    /** An instance begins for a task that this transaction has claimed, once, and for no other. */
    void begin(String taskNumber) {
        if (!ofThisTransaction().begin(taskNumber)) throw Refusal.ofRule("整改任务由系统在分解下达后逐项发起，不能手工或重复发起（" + taskNumber + "）");
    }

    Optional<RectificationTask> claimed(String taskNumber) {
        return present().map(claimed -> claimed.tasks.get(taskNumber));
    }

    /** The problem that this task belongs to; a chunk of claimed tasks asks for all of theirs at once. */
    Problem problemOf(RectificationTask task) {
        return present().flatMap(claimed -> claimed.problemOf(task)).orElseGet(() -> problems.get(task.caseNumber(), task.problem()));
    }

    /** True only of a claimed task that has no supporting department. */
    boolean isClaimedAlone(String taskNumber) {
        return present().filter(claimed -> claimed.tasks.containsKey(taskNumber) && !claimed.supported.contains(taskNumber)).isPresent();
    }

    private Optional<Claimed> present() {
        return Optional.ofNullable((Claimed) TransactionSynchronizationManager.getResource(this));
    }

    private Claimed ofThisTransaction() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Claimed present) return present;
        Claimed claimed = new Claimed();
        TransactionSynchronizationManager.bindResource(this, claimed);
        TransactionSynchronizationManager.registerSynchronization(claimed);
        return claimed;
    }

    private final class Claimed implements TransactionSynchronization {

        private final Map<String, RectificationTask> tasks = new HashMap<>();
        private final Map<String, RectificationTask> waiting = new HashMap<>();
        private final Set<String> supported = new HashSet<>();
        private final Map<String, Map<Integer, Problem>> ofCases = new HashMap<>();

        void claim(List<RectificationTask> claimed, Set<String> supportedAmongThem) {
            supported.addAll(supportedAmongThem);
            claimed.forEach(task -> {
                tasks.put(task.taskNumber(), task);
                ofCases.remove(task.caseNumber());
                waiting.put(task.taskNumber(), task);
            });
        }

        /** Empty where the problem is of no claimed task. */
        Optional<Problem> problemOf(RectificationTask task) {
            return Optional.ofNullable(ofCases.computeIfAbsent(task.caseNumber(), this::problemsOf).get(task.problem()));
        }

        private Map<Integer, Problem> problemsOf(String caseNumber) {
            Set<Integer> numbers = tasks.values().stream().filter(task -> task.caseNumber().equals(caseNumber)).map(RectificationTask::problem).collect(Collectors.toSet());
            return problems.findByCaseNumberAndNumberIn(caseNumber, numbers).stream().collect(Collectors.toMap(Problem::number, Function.identity()));
        }

        boolean begin(String taskNumber) {
            return waiting.remove(taskNumber) != null;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!waiting.isEmpty()) throw new IllegalStateException("claimed, but no instance began: " + waiting.keySet());
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(LaunchClaims.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(LaunchClaims.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(LaunchClaims.this);
        }
    }
}
