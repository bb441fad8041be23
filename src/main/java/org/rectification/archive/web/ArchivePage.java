package org.rectification.archive.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.rectification.archive.CaseArchive;
import org.rectification.archive.Folder;
import org.rectification.archive.ProblemArchive;
import org.rectification.archive.TaskArchive;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An archive's index: one page that needs nothing but itself, on a screen without network and on paper. */
@Component
class ArchivePage {

    private final ITemplateEngine templates;

    ArchivePage(ITemplateEngine templates) {
        this.templates = templates;
    }

    Folder of(TaskArchive archive) {
        return archive.folder(index("archive-task", archive));
    }

    Folder of(ProblemArchive archive) {
        return archive.folder(index("archive-problem", archive));
    }

    Folder of(CaseArchive archive) {
        return archive.folder(index("archive-case", archive));
    }

    private byte[] index(String template, Object archive) {
        return templates.process(template, new Context(Locale.CHINA, Map.of("archive", archive))).getBytes(StandardCharsets.UTF_8);
    }
}
