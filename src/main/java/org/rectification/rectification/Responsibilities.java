package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who led which task until when. Those who lead it now stand on the task itself. */
@Repository
class Responsibilities {

    private final JdbcClient jdbc;
    private final Clock clock;

    Responsibilities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those who lead the task at this moment do so no longer. */
    void end(RectificationTask task, String reason) {
        jdbc.sql("insert into ledger.past_responsible (task_number, lead_department, lead_leader, until_at, reason) values (?, ?, ?, ?, ?)")
                .params(task.taskNumber(), task.leadDepartment(), task.leadLeader(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS), reason).update();
    }

    private record Row(String leadDepartment, String leadLeader, LocalDateTime untilAt, String reason) {}

    /** The first one first. */
    List<PastResponsible> of(String taskNumber) {
        List<PastResponsible> past = new ArrayList<>();
        LocalDateTime since = null;
        for (Row row : jdbc.sql("select lead_department, lead_leader, until_at, reason from ledger.past_responsible where task_number = ? order by until_at, id")
                .param(taskNumber).query(Row.class).list()) {
            past.add(new PastResponsible(row.leadDepartment(), row.leadLeader(), since, row.untilAt(), row.reason()));
            since = row.untilAt();
        }
        return past;
    }

    /** When the department that leads the task now took it over; empty where it was issued to it. */
    Optional<LocalDateTime> takenOverAt(RectificationTask task) {
        return of(task.taskNumber()).stream().filter(past -> !past.leadDepartment().equals(task.leadDepartment())).map(PastResponsible::until).reduce((first, last) -> last);
    }
}
