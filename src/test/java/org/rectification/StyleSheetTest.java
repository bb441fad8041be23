package org.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StyleSheetTest {

    /** A brace that is never closed takes every later rule along, for paper or phones alone. */
    @Test
    void everyBraceIsClosed() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            List<Path> sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
            assertThat(sheets).isNotEmpty();
            for (Path sheet : sheets) {
                String rules = Files.readString(sheet);
                assertThat(rules.chars().filter(c -> c == '{').count()).as(sheet.toString()).isEqualTo(rules.chars().filter(c -> c == '}').count());
            }
        }
    }
}
