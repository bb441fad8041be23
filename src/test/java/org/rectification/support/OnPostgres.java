package org.rectification.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** As {@link OnH2}, on a real PostgreSQL that the tests bring along. */
@Tag("postgres")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"camunda.bpm.job-execution.enabled=false",
        "rectification.notification.base-url=https://zhenggai.example", "rectification.notification.mail-from=zhenggai@csglj.example", "spring.mail.host=127.0.0.1"})
@ContextConfiguration(initializers = RealPostgres.class)
@Import(Statements.class)
@ActiveProfiles({"demo", "postgres"})
public @interface OnPostgres {
}
