package org.rectification.archive.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.rectification.archive.TaskArchive;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The archive's index: one page that needs nothing but itself, on a screen without network and on paper. */
@Component
class ArchivePage {

    private final ITemplateEngine templates;

    ArchivePage(ITemplateEngine templates) {
        this.templates = templates;
    }

    byte[] of(TaskArchive archive) {
        return templates.process("archive", new Context(Locale.CHINA, Map.of("archive", archive))).getBytes(StandardCharsets.UTF_8);
    }
}
