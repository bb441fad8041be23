package org.rectification.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a PostgreSQL for the context and names it as the production environment would; it stops after everything that uses it. */
class RealPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
            ((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean("realPostgres", server::close);
            TestPropertyValues.of("RECTIFICATION_DB_URL=" + server.getJdbcUrl("postgres", "postgres"), "RECTIFICATION_DB_USER=postgres", "RECTIFICATION_DB_PASSWORD=postgres")
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
