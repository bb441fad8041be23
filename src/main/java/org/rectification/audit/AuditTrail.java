package org.rectification.audit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was done past the ordinary way of working. Written in the transaction of the deed, never changed. */
@Service
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record AuditEntry(LocalDateTime at, String person, String action, String subject, String detail) {}

    @Transactional
    public void record(String person, String action, String subject, String detail) {
        jdbc.sql("insert into ledger.audit_entry (at, person, action, subject, detail) values (?, ?, ?, ?, ?)")
                .params(LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS), person, action, subject, detail).update();
    }

    /** Newest first, at most {@code most}. */
    @Transactional(readOnly = true)
    public List<AuditEntry> latest(int most) {
        return jdbc.sql("select at, person, action, subject, detail from ledger.audit_entry order by id desc limit ?").param(most).query(AuditEntry.class).list();
    }
}
