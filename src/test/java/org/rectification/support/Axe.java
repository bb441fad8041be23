package org.rectification.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Holds a page against what keeps people out who see, hear or point differently. */
public final class Axe {

    private static final ClassPathResource SCRIPT = new ClassPathResource("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");
    private static final String SERIOUS = """
            async within => (await axe.run(within, {resultTypes: ['violations']})).violations.filter(each => ['serious', 'critical'].includes(each.impact))
              .map(each => each.id + ': ' + each.nodes.map(node => node.html).slice(0, 3).join(' '))""";

    private Axe() {}

    public static void keepsNobodyOut(Page page) {
        keepsNobodyOut(page, "html");
    }

    /** @param within what of the page is ours */
    public static void keepsNobodyOut(Page page, String within) {
        try {
            page.evaluate(SCRIPT.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat((List<?>) page.evaluate(SERIOUS, within)).as(page.url()).isEmpty();
    }
}
