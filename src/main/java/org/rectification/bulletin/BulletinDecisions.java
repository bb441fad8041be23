package org.rectification.bulletin;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.rectification.bulletin.BulletinDecision.Matter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Written once. */
@Repository
class BulletinDecisions {

    private final JdbcClient jdbc;

    BulletinDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(String bulletinKey, Matter matter, String person, boolean approved, String opinion, LocalDateTime at) {
        jdbc.sql("insert into ledger.bulletin_decision (bulletin_key, matter, person, approved, opinion, decided_at) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(bulletinKey, matter.name(), person, approved, opinion, at)).update();
    }

    /** Oldest first. */
    List<BulletinDecision> of(String bulletinKey) {
        return jdbc.sql("select matter, person, approved, opinion, decided_at from ledger.bulletin_decision where bulletin_key = ? order by id").param(bulletinKey).query(BulletinDecision.class).list();
    }
}
