package org.rectification.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectification.engine.ProcessContract;
import org.rectification.rectification.process.RectificationCaseProcess;
import org.rectification.rectification.process.RectificationTaskProcess;

/** Each form submits exactly what its step takes, under the same type. */
class FormVariablesTest {

    private static final Pattern VARIABLE = Pattern.compile("data-variable=\"(\\w+)\"(?: data-type=\"(\\w+)\")?");

    static Stream<String> elements() {
        return Stream.of(new RectificationCaseProcess(), new RectificationTaskProcess()).map(ProcessContract::submissions).flatMap(steps -> steps.keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("elements")
    void aFormSubmitsWhatItsStepTakes(String element) throws IOException {
        Set<String> taken = Stream.of(new RectificationCaseProcess(), new RectificationTaskProcess()).filter(process -> process.submissions().containsKey(element))
                .flatMap(process -> process.submissions().get(element).stream())
                .map(variable -> variable.name() + ":" + variable.type().getSimpleName()).collect(Collectors.toSet());

        Set<String> submitted = VARIABLE.matcher(Files.readString(Path.of("forms", element + ".html"))).results()
                .map(found -> found.group(1) + ":" + (found.group(2) == null ? "String" : found.group(2))).collect(Collectors.toSet());

        assertThat(submitted).isEqualTo(taken);
    }
}
