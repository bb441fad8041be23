package org.rectification.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a benchmark found, as the piece of Markdown that goes into docs/benchmarks.md. */
public final class Figures {

    private Figures() {}

    public static void write(String name, String markdown) throws IOException {
        Path file = Files.createDirectories(Path.of("target", "benchmarks")).resolve(name + ".md");
        Files.writeString(file, markdown);
        System.out.println(markdown);
    }
}
