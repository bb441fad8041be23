package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many tasks of a case are still open. Whoever counts holds the case until his transaction ends. */
@Repository
class OpenTasks {

    private final Cases cases;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenTasks(Cases cases, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether this was the last one; then the completion waits to be announced */
    boolean oneLess(String caseNumber) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        boolean cleared = ofCase.oneTaskLess();
        cases.save(ofCase);
        if (cleared) {
            jdbc.sql("insert into ledger.ledger_completion (case_number, generation, completed_at) values (?, ?, ?)")
                    .params(caseNumber, ofCase.generation(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS)).update();
        }
        return cleared;
    }

    void oneRebounded(String caseNumber) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.taskRebounded();
        cases.save(ofCase);
    }

    void more(String caseNumber, int tasks) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.moreTasks(tasks);
        cases.save(ofCase);
    }
}
