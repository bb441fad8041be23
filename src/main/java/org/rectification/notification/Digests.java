package org.rectification.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One digest a person and day at most. */
@Service
@Transactional
public class Digests {

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Clock clock;

    Digests(Outbox outbox, JdbcClient jdbc, JdbcOperations batches, Clock clock) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** A digest, and what of it is to leave the house. @return false where the person has that day's already; then nothing is written */
    public boolean write(Digest digest) {
        if (digest.lines().isEmpty() || isWritten(digest.person(), digest.writtenOn())) return false;
        jdbc.sql("insert into ledger.digest (person, written_on) values (?, ?)").params(digest.person(), digest.writtenOn()).update();
        long id = jdbc.sql("select id from ledger.digest where person = ? and written_on = ?").params(digest.person(), digest.writtenOn()).query(Long.class).single();
        List<Object[]> lines = new ArrayList<>();
        for (Digest.Line line : digest.lines()) lines.add(new Object[] {id, lines.size(), line.heading(), line.text(), line.link(), line.matters()});
        batches.batchUpdate("insert into ledger.digest_line (digest_id, ordinal, heading, text, link, matters) values (?, ?, ?, ?, ?, ?)", lines);
        outbox.take(id, digest);
        return true;
    }

    private boolean isWritten(String person, LocalDate day) {
        return jdbc.sql("select count(*) from ledger.digest where person = ? and written_on = ?").params(person, day).query(Long.class).single() > 0;
    }

    /** The last ones, newest first. */
    @Transactional(readOnly = true)
    public List<Digest> of(String person, int most) {
        Map<LocalDate, List<Digest.Line>> lines = new LinkedHashMap<>();
        jdbc.sql("""
                select d.written_on, l.heading, l.text, l.link, l.matters from ledger.digest d join ledger.digest_line l on l.digest_id = d.id
                where d.id in (select id from ledger.digest where person = ? order by written_on desc limit ?) order by d.written_on desc, l.ordinal""")
                .params(person, most).query(row -> {
                    lines.computeIfAbsent(row.getObject(1, LocalDate.class), day -> new ArrayList<>()).add(new Digest.Line(row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                });
        return lines.entrySet().stream().map(day -> new Digest(person, day.getKey(), day.getValue())).toList();
    }

    @Transactional(readOnly = true)
    public long unreadOf(String person) {
        return jdbc.sql("select count(*) from ledger.digest where person = ? and read_at is null").param(person).query(Long.class).single();
    }

    public void read(String person) {
        jdbc.sql("update ledger.digest set read_at = ? where person = ? and read_at is null").params(LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS), person).update();
    }
}
