package org.rectification.rectification;

import java.util.List;
import org.rectification.organization.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the ledger expects of one person by name, as long as it is not done. */
@Service
@Transactional
public class PersonalDuties {

    private static final String OPEN_MEASURES = """
            from ledger.measure m join ledger.rectification_task t on t.task_number = m.task_number
            where m.responsible = ? and m.done_on is null and t.status not in ('SIGNED_OFF', 'WITHDRAWN')""";

    private final Tasks tasks;
    private final Responsibilities responsibilities;
    private final JdbcClient jdbc;

    PersonalDuties(Tasks tasks, Responsibilities responsibilities, JdbcClient jdbc) {
        this.tasks = tasks;
        this.responsibilities = responsibilities;
        this.jdbc = jdbc;
    }

    public record OpenMeasure(String taskNumber, int ordinal, String text) {}

    /** Tasks that he answers for as lead leader. */
    @Transactional(readOnly = true)
    public List<RectificationTask> ledBy(Person leader) {
        return tasks.findByTaskNumberIn(numbersLedBy(leader)).stream().sorted(java.util.Comparator.comparing(RectificationTask::taskNumber)).toList();
    }

    private List<String> numbersLedBy(Person leader) {
        return jdbc.sql("select task_number from ledger.rectification_task where lead_leader = ? and status not in ('SIGNED_OFF', 'WITHDRAWN') order by task_number")
                .param(leader.userId()).query(String.class).list();
    }

    /** Measures that stand in his name. */
    @Transactional(readOnly = true)
    public List<OpenMeasure> measuresOf(Person responsible) {
        return jdbc.sql("select m.task_number, m.ordinal, m.text " + OPEN_MEASURES + " order by m.task_number, m.ordinal").param(responsible.name()).query(OpenMeasure.class).list();
    }

    /** Who led what until now stays on its task. */
    public void passedOn(Person from, Person to, String reason) {
        for (String taskNumber : numbersLedBy(from)) {
            RectificationTask task = tasks.getLocked(taskNumber);
            if (task.isOpen()) responsibilities.end(task, reason);
            task.leadBy(to.userId());
            tasks.save(task);
        }
        jdbc.sql("update ledger.measure set responsible = ? where id in (select m.id " + OPEN_MEASURES + ")").params(to.name(), from.name()).update();
    }
}
