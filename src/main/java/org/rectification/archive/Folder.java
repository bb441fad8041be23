package org.rectification.archive;

import java.time.LocalDateTime;
import java.util.List;
import org.rectification.organization.Person;

/**
 * An index, the files that it links to, and what both are about: a task, a problem or a whole case.
 *
 * @param enclosures with paths within this folder
 */
public record Folder(String caseNumber, Integer problem, String taskNumber, Person maker, LocalDateTime madeAt, byte[] index, List<Enclosure> enclosures) {

    String name() {
        return name(problem);
    }

    static String name(int problem) {
        return "问题" + problem;
    }
}
