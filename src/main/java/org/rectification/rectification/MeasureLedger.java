package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDate;
import org.rectification.organization.Person;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Measures are ticked off one by one by those who carry them out; ticking says nothing about the task, which others have to verify. */
@Service
@Transactional
public class MeasureLedger {

    private final Tasks tasks;
    private final Measures measures;
    private final SupportingParties supporting;
    private final JdbcClient jdbc;
    private final Clock clock;

    MeasureLedger(Tasks tasks, Measures measures, SupportingParties supporting, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.measures = measures;
        this.supporting = supporting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param ordinal 1 for the task's first measure
     * @param doneOn  ISO date, not after today; null or blank takes the tick back
     */
    public void tick(String taskNumber, int ordinal, String doneOn, Person by) {
        RectificationTask task = tasks.getLocked(taskNumber);
        if (!isCarriedOutBy(task, by)) throw Refusal.notYours("任务" + taskNumber + "由其他科室承办，您不能登记措施进展");
        task.requireInProgress("登记措施进展");
        Flaws flaws = new Flaws();
        LocalDate done = flaws.optionalDate("doneOn", "完成日期", doneOn);
        if (done != null && done.isAfter(LocalDate.now(clock))) flaws.add("doneOn", "完成日期" + done + "晚于今天，请填写实际完成的日期，最晚为今天");
        flaws.refuseInput();
        measures.require(taskNumber, ordinal);
        jdbc.sql("update ledger.measure set done_on = ? where task_number = ? and ordinal = ?").params(done, taskNumber, ordinal).update();
    }

    /** Whether this person may tick now. */
    @Transactional(readOnly = true)
    public boolean isOpenTo(Person by, String taskNumber) {
        RectificationTask task = tasks.get(taskNumber);
        return task.status() == TaskStatus.IN_PROGRESS && isCarriedOutBy(task, by);
    }

    private boolean isCarriedOutBy(RectificationTask task, Person by) {
        return by.handlesFor(task.leadDepartment()) || supporting.isSupportedBy(task.taskNumber(), by);
    }
}
