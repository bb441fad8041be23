package org.rectification.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.deadlines.LadderStep;
import org.rectification.deadlines.Letter;
import org.rectification.deadlines.LetterDocument;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;

/** The files of one task while its archive is put together. */
final class Enclosures {

    private static final String LETTERS = "督办文书";

    /** What concerns several tasks of an archive: filed once, in a folder beside theirs. */
    static final class Common {

        private final EntryNames names = new EntryNames();
        private final Map<Long, Enclosure> filed = new HashMap<>();
    }

    private final List<Enclosure> all = new ArrayList<>();
    private final EntryNames names = new EntryNames();
    private final EvidenceStore evidence;
    private final Map<String, String> people;
    private final String within;
    private final Common common;

    /** @param within where in the archive the task's folders stand, empty or with a slash at its end */
    Enclosures(String within, EvidenceStore evidence, Map<String, String> people, Common common) {
        this.within = within;
        this.evidence = evidence;
        this.people = people;
        this.common = common;
    }

    List<Enclosure> files(String folder, Collection<EvidenceFile> files) {
        return added(files.stream().map(file -> enclosure(names.path(within + folder, file.fileName()), folder, file)).toList());
    }

    /** The same for files that may be told of other tasks of the archive, too. */
    List<Enclosure> common(String folder, Collection<EvidenceFile> files) {
        return added(files.stream().map(file -> common.filed.computeIfAbsent(file.id(), id -> enclosure(common.names.path(folder, file.fileName()), folder, file))).toList());
    }

    private Enclosure enclosure(String path, String folder, EvidenceFile file) {
        return new Enclosure(path, folder, file.fileName(), file.size(), file.sha256(), file.measure(), file.uploadedBy(), people.getOrDefault(file.uploadedBy(), file.uploadedBy()), file.uploadedAt(),
                to -> evidence.write(file, to));
    }

    private List<Enclosure> added(List<Enclosure> more) {
        all.addAll(more);
        return more;
    }

    Enclosure letter(LadderStep step, Letter letter) {
        Enclosure added = new Enclosure(names.path(within + LETTERS, letter.fileName()), LETTERS, letter.fileName(), null, null, null, letter.office(), letter.office(),
                step.effectiveOn().atStartOfDay(), to -> to.write(LetterDocument.of(letter)));
        all.add(added);
        return added;
    }

    /** In the order in which they were added. */
    Map<String, List<Enclosure>> byFolder() {
        return all.stream().collect(Collectors.groupingBy(Enclosure::folder, LinkedHashMap::new, Collectors.toList()));
    }
}
