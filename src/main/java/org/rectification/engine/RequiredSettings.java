package org.rectification.engine;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Production starts with everything it needs from the environment, or not at all. */
@Component
@Profile("postgres")
class RequiredSettings implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final List<String> NAMES = List.of("RECTIFICATION_DB_URL", "RECTIFICATION_DB_USER", "RECTIFICATION_DB_PASSWORD");

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    /** @throws MissingSetting naming the first that is missing or empty */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String name : NAMES) if (environment.getProperty(name, "").isBlank()) throw new MissingSetting(name);
    }
}
