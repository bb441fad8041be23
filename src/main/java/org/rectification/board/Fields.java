package org.rectification.board;

import java.time.LocalDate;
import java.util.List;
import org.rectification.organization.Person;
import org.rectification.rectification.Completion;
import org.rectification.rectification.LedgerRow;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Light;
import org.rectification.reporting.StalledTasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a leader answers for: what has moved, and what does not. */
@Service
@Transactional(readOnly = true)
public class Fields {

    private static final int MOST = 100;
    private static final int SOON_DAYS = 14;

    private final LedgerRows rows;
    private final LedgerView ledger;
    private final StalledTasks stalled;
    private final JdbcClient jdbc;

    Fields(LedgerRows rows, LedgerView ledger, StalledTasks stalled, JdbcClient jdbc) {
        this.rows = rows;
        this.ledger = ledger;
        this.stalled = stalled;
        this.jdbc = jdbc;
    }

    /** @param to included */
    public Field of(Person leader, LocalDate from, LocalDate to) {
        List<LedgerRow> pressing = rows.pressingTasksLedBy(leader.userId(), ledger.horizon().today().plusDays(SOON_DAYS), 2 * MOST);
        return new Field(leader.userId(), from, to, tasks(leader.userId()), moves(leader.userId(), from, to), pressing.stream().filter(row -> row.light() == Light.RED).limit(MOST).toList(),
                blocked(leader.userId()), stalled.ledBy(leader, MOST), pressing.stream().filter(row -> row.light() != Light.RED && row.light() != Light.PAUSED).limit(MOST).toList());
    }

    private Completion tasks(String leader) {
        return jdbc.sql("""
                select count(case when t.status = 'SIGNED_OFF' then 1 end), count(*) from ledger.rectification_task t
                join ledger.rectification_case c on c.case_number = t.case_number and c.stage <> 'CLOSED'
                where t.lead_leader = ? and t.status not in ('NOT_STARTED', 'WITHDRAWN')""").param(leader).query((row, n) -> Completion.of(row.getLong(1), row.getLong(2))).single();
    }

    private List<Field.Move> moves(String leader, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select d.task_number, t.title, t.lead_department as department, d.round, d.role, d.approved, d.opinion, d.decided_at
                from ledger.task_decision d join ledger.rectification_task t on t.task_number = d.task_number
                where t.lead_leader = ? and d.decided_at >= ? and d.decided_at < ? order by d.decided_at desc, d.task_number limit ?""")
                .params(leader, from.atStartOfDay(), to.plusDays(1).atStartOfDay(), 2 * MOST).query(Field.Move.class).list();
    }

    private List<Field.Blocked> blocked(String leader) {
        return jdbc.sql("""
                select t.task_number, t.title, t.lead_department as department, b.outside_body, b.reason, b.review_on
                from ledger.task_block b join ledger.rectification_task t on t.task_number = b.task_number
                where t.lead_leader = ? and t.status = 'BLOCKED' and b.status = 'BLOCKED' order by b.review_on, t.task_number limit ?""").params(leader, MOST).query(Field.Blocked.class).list();
    }
}
