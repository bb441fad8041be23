package org.rectification.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lays out what {@link Offers} reads: a view over the engine's tables, on PostgreSQL the same as a table that triggers keep, and the order
 * in which people see all tasks. The tables are the engine's, so Flyway comes too early for it.
 */
@Component
class OfferTable {

    private static final int OURS = 20_261_122;

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
            boolean postgres = DatabaseDriver.fromJdbcUrl(url()) == DatabaseDriver.POSTGRESQL;
            if (postgres) jdbc.execute("select pg_advisory_xact_lock(" + OURS + ")"); // of several nodes that start, one at a time
            jdbc.execute("create index if not exists act_ru_task_by_due_date on act_ru_task (due_date_, create_time_)");
            jdbc.execute(script("view").formatted(postgres ? "offer_told" : "offer"));
            if (postgres) jdbc.execute(script("postgres"));
        });
    }

    private String url() {
        return jdbc.execute((java.sql.Connection connection) -> connection.getMetaData().getURL());
    }

    private static String script(String name) {
        try {
            return new ClassPathResource("db/offer/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
