package org.rectification.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Announces {@link DoorsOpening} ahead of the web server, and so also of the job executor, which waits until the application is ready. */
@Component
class BeforeDoorsOpen implements SmartLifecycle {

    /** Earlier versions lock the same while they lay out {@link OfferTable}. */
    static final int OURS = 20_261_122;

    private final ApplicationEventPublisher events;
    private final JdbcTemplate jdbc;
    private volatile boolean open;

    BeforeDoorsOpen(ApplicationEventPublisher events, JdbcTemplate jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    /** The web server's phase is close to the last one. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Of several nodes that start, one at a time: what one lays out the next finds. No other database has several nodes. */
    @Override
    public void start() {
        jdbc.execute((Connection own) -> {
            if (isPostgres(own)) oneAtATime(own);
            else events.publishEvent(new DoorsOpening());
            return null;
        });
        open = true;
    }

    /** The lock belongs to the connection, which no listener uses, and not to a transaction, which all of them would be part of. */
    private void oneAtATime(Connection own) throws SQLException {
        try (Statement lock = own.createStatement()) {
            lock.execute("select pg_advisory_lock(" + OURS + ")");
            try {
                events.publishEvent(new DoorsOpening());
            } finally {
                lock.execute("select pg_advisory_unlock(" + OURS + ")");
            }
        }
    }

    static boolean isPostgres(Connection connection) throws SQLException {
        return DatabaseDriver.fromJdbcUrl(connection.getMetaData().getURL()) == DatabaseDriver.POSTGRESQL;
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
