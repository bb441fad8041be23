package org.rectification.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lays out what {@link Offers} reads: a view over the engine's tables, on PostgreSQL the same as a table that triggers keep, and for
 * those who read everything the order in which they see all tasks, and their number. The tables are the engine's, so Flyway comes too early for it.
 */
@Component
class OfferTable {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    OfferTable(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(DoorsOpening.class)
    @Order(0)
    void layOut() {
        transaction.executeWithoutResult(begun -> {
            if (jdbc.execute(BeforeDoorsOpen::isPostgres)) layOutOnPostgres();
            else jdbc.execute(view("offer"));
            jdbc.execute("create index if not exists act_ru_task_by_due_date on act_ru_task (due_date_, create_time_)");
            jdbc.execute("create index if not exists act_ru_task_open on act_ru_task (id_, suspension_state_)");
        });
    }

    /** Work goes on at other nodes: the engine's tables are locked only where what is there was laid out by another version. */
    private void layOutOnPostgres() {
        String version = "'" + UUID.nameUUIDFromBytes((script("view") + script("postgres")).getBytes(StandardCharsets.UTF_8)) + "'";
        if (jdbc.queryForList("select 1 where obj_description(to_regclass('ledger.offer'), 'pg_class') = " + version).isEmpty()) {
            jdbc.execute(script("postgres"));
            jdbc.execute("drop view if exists ledger.offer_told");
            jdbc.execute(view("offer_told"));
            jdbc.execute("comment on table ledger.offer is " + version);
        }
        jdbc.execute(script("postgres-right"));
        jdbc.execute("create index if not exists act_ru_variable_returned on act_ru_variable (task_id_) where name_ = '" + TaskCard.RETURNED + "'"); // those who read everything are answered by the engine
    }

    private static String view(String name) {
        return script("view").formatted(name);
    }

    private static String script(String name) {
        try {
            return new ClassPathResource("db/offer/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
