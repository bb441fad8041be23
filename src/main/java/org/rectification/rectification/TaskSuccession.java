package org.rectification.rectification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a launched task that is not signed off: it goes to another department, into another task, into several, or away.
 * Old numbers stay with all that is on file about them; deadlines go on as they were.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TaskSuccession {

    private final Cases cases;
    private final Tasks tasks;
    private final OpenTasks openTasks;
    private final Measures measures;
    private final Decisions decisions;
    private final SupportingParties supporting;
    private final Instalments instalments;
    private final Responsibilities responsibilities;
    private final LaunchClaims claims;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    TaskSuccession(Cases cases, Tasks tasks, OpenTasks openTasks, Measures measures, Decisions decisions, SupportingParties supporting, Instalments instalments,
                   Responsibilities responsibilities, LaunchClaims claims, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.cases = cases;
        this.tasks = tasks;
        this.openTasks = openTasks;
        this.measures = measures;
        this.decisions = decisions;
        this.supporting = supporting;
        this.instalments = instalments;
        this.responsibilities = responsibilities;
        this.claims = claims;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The new department implements it from the beginning of the round; what the old one has signed in it counts no longer. */
    public void handedOver(String taskNumber, String department, String leader, String reason) {
        RectificationTask task = tasks.getLocked(taskNumber);
        task.requireOpen("移交");
        responsibilities.end(task, reason);
        task.handOver(department, leader);
        tasks.save(task);
        decisions.supersede(taskNumber, task.round());
        if (instalments.release(taskNumber, department)) events.publishEvent(new SupportEnded(new SupportKey(taskNumber, department)));
        claims.claimOnceMore(task);
        events.publishEvent(new TaskHandedOver(taskNumber));
    }

    /**
     * Both are held until the transaction ends.
     *
     * @throws Refusal RULE where the one cannot go into the other
     */
    public void requireMergeable(String taskNumber, String into) {
        Stream.of(taskNumber, into).sorted().forEach(tasks::getLocked);
        RectificationTask task = tasks.get(taskNumber);
        RectificationTask target = tasks.get(into);
        if (taskNumber.equals(into)) throw Refusal.ofRule("任务不能并入自己，请选择同一案件的另一项任务");
        if (!task.caseNumber().equals(target.caseNumber())) throw Refusal.ofRule("任务" + into + "属于另一案件，只能并入同一案件的任务");
        task.requireOpen("并入其他任务");
        target.requireNotYetSubmitted();
        if (task.problem() != target.problem()) requireProblemCovered(task);
    }

    /** What is not done of it yet goes on there, judged by its standard too and supported by those who have not done their part. @return whether the ledger has no open task left */
    public boolean merged(String taskNumber, String into) {
        requireMergeable(taskNumber, into);
        List<Measure> present = measures.findByTaskNumberOrderByOrdinal(into);
        int ordinal = present.isEmpty() ? 0 : present.get(present.size() - 1).ordinal();
        for (Measure measure : measures.findByTaskNumberOrderByOrdinal(taskNumber)) {
            if (measure.doneOn() == null) measures.save(measure.takenOverBy(into, ++ordinal));
        }
        RectificationTask target = tasks.get(into);
        target.takeIn(tasks.get(taskNumber));
        tasks.save(target);
        supporting.widen(target, awaited(taskNumber, false), awaited(taskNumber, true));
        events.publishEvent(new SupportWidened(into));
        replace(taskNumber, into);
        return leftLedger(tasks.get(taskNumber), LedgerExit.MERGED);
    }

    /** Numbers go on from the problem's last one. @return the new tasks, which are launched with it */
    public List<String> split(String taskNumber, List<TaskPart> parts) {
        RectificationTask whole = tasks.getLocked(taskNumber);
        whole.requireOpen("拆分");
        openTasks.more(whole.caseNumber(), parts.size());
        List<String> departments = awaited(taskNumber, false);
        List<String> bodies = awaited(taskNumber, true);
        int ordinal = tasks.lastOrdinal(whole.caseNumber(), whole.problem());
        List<RectificationTask> split = new ArrayList<>();
        for (TaskPart part : parts) {
            RectificationTask task = tasks.save(new RectificationTask(whole, ++ordinal, part));
            int line = 0;
            for (String measure : part.measures()) measures.save(new Measure(task.caseNumber(), task.taskNumber(), ++line, new TaskEntry.MeasureEntry(measure, null, null)));
            supporting.assign(task.taskNumber(), departments.stream().filter(department -> !department.equals(part.leadDepartment())).toList(), bodies);
            replace(taskNumber, task.taskNumber());
            split.add(task);
        }
        leftLedger(whole, LedgerExit.SPLIT);
        List<String> numbers = split.stream().map(RectificationTask::taskNumber).toList();
        claims.claim(split);
        events.publishEvent(new TasksClaimed(numbers));
        return numbers;
    }

    /** @return whether the ledger has no open task left */
    public boolean withdrawn(String taskNumber) {
        RectificationTask task = tasks.getLocked(taskNumber);
        requireWithdrawable(task);
        return leftLedger(task, LedgerExit.WITHDRAWN);
    }

    /** @throws Refusal RULE where it is not open, or where nothing else would answer for its problem */
    public void requireWithdrawable(RectificationTask task) {
        task.requireOpen("撤销");
        requireProblemCovered(task);
    }

    /** Held with the case, so that two tasks cannot each leave the problem to the other. */
    private void requireProblemCovered(RectificationTask task) {
        cases.getLocked(task.caseNumber());
        boolean covered = tasks.findByCaseNumberAndProblemOrderByOrdinal(task.caseNumber(), task.problem()).stream()
                .anyMatch(other -> !other.taskNumber().equals(task.taskNumber()) && other.status() != TaskStatus.WITHDRAWN);
        if (!covered) throw Refusal.ofRule("任务" + task.taskNumber() + "是问题" + task.problem() + "仅有的任务，撤销后该问题无人整改；请改为移交、拆分，或并入同一问题的其他任务");
    }

    private boolean leftLedger(RectificationTask task, LedgerExit exit) {
        task.leaveLedger(exit);
        tasks.save(task);
        events.publishEvent(new TaskWithdrawn(task.taskNumber()));
        return openTasks.oneLess(task.caseNumber());
    }

    private void replace(String taskNumber, String by) {
        jdbc.sql("insert into ledger.task_replacement (task_number, replaced_by) values (?, ?)").params(taskNumber, by).update();
    }

    /** Whoever has done his part is not asked again. */
    private List<String> awaited(String taskNumber, boolean outside) {
        Set<String> confirmed = new LinkedHashSet<>();
        instalments.of(taskNumber).stream().filter(instalment -> instalment.outside() == outside && !instalment.isAwaited()).map(Instalment::party).forEach(confirmed::add);
        return (outside ? supporting.bodiesOf(taskNumber) : supporting.departmentsOf(taskNumber)).stream().filter(party -> !confirmed.contains(party)).toList();
    }
}
