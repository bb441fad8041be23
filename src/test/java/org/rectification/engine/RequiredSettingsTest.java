package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"RECTIFICATION_DB_URL", "RECTIFICATION_DB_USER", "RECTIFICATION_DB_PASSWORD"})
    void productionDoesNotStartWithoutEachOfThem(String missing) {
        assertThatThrownBy(() -> started(complete().withProperty(missing, " "))).isInstanceOf(MissingSetting.class).hasMessageContaining(missing);
    }

    @Test
    void withAllOfThemItStarts() {
        assertThatCode(() -> started(complete())).doesNotThrowAnyException();
    }

    private static MockEnvironment complete() {
        return new MockEnvironment().withProperty("RECTIFICATION_DB_URL", "jdbc:postgresql://db/rectification").withProperty("RECTIFICATION_DB_USER", "rectification").withProperty("RECTIFICATION_DB_PASSWORD", "secret");
    }

    private static void started(MockEnvironment environment) {
        RequiredSettings settings = new RequiredSettings();
        settings.setEnvironment(environment);
        settings.postProcessBeanFactory(null);
    }
}
