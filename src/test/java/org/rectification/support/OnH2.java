package org.rectification.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The whole application with the demo's people on an in-memory H2; one context for all classes that say so. Jobs run when a test says so. Mail is on, and nobody has an address. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.datasource.url=jdbc:h2:mem:rectification;DB_CLOSE_DELAY=-1;DEFAULT_NULL_ORDERING=HIGH", "camunda.bpm.job-execution.enabled=false",
        "rectification.notification.base-url=https://zhenggai.example", "rectification.notification.mail-from=zhenggai@csglj.example", "spring.mail.host=127.0.0.1"})
@Import(Statements.class)
@ActiveProfiles("demo")
public @interface OnH2 {
}
