package org.rectification.organization;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 代办记录: what deputies did in another's place. Written in the transaction of the deed, never changed. */
@Service
public class DeputyDeeds {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeputyDeeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param businessKey of the process that the step belongs to; null where it has none */
    public record DeputyDeed(LocalDateTime at, String deputy, String absent, String step, String businessKey) {}

    @Transactional
    public void done(Person deputy, String absent, String step, String businessKey) {
        jdbc.sql("insert into ledger.deputy_deed (at, deputy, absent, step, business_key) values (?, ?, ?, ?, ?)")
                .params(LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS), deputy.userId(), absent, step, businessKey).update();
    }

    /** The newest first: his own and those done in his place, or everybody's for those who read everything. */
    @Transactional(readOnly = true)
    public List<DeputyDeed> latest(Person viewer, int most) {
        return jdbc.sql("select at, deputy, absent, step, business_key from ledger.deputy_deed where ? or deputy = ? or absent = ? order by id desc limit ?")
                .params(viewer.readsEverything(), viewer.userId(), viewer.userId(), most).query(DeputyDeed.class).list();
    }
}
