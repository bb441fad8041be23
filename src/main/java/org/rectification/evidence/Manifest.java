package org.rectification.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** All evidence of one round. Its hash is what people decide on: one byte, name or file more or less gives another hash. */
public record Manifest(List<EvidenceFile> files) {

    public boolean isEmpty() {
        return files.isEmpty();
    }

    public boolean uploadedBy(String person) {
        return files.stream().anyMatch(file -> file.uploadedBy().equals(person));
    }

    /** SHA-256 over id, content hash, size and name of every file, in lower-case hex. Which measure a file shows is a note beside it and does not count. */
    public String hash() {
        StringBuilder lines = new StringBuilder();
        files.stream().sorted(Comparator.comparingLong(EvidenceFile::id)).forEach(file -> lines.append(file.id()).append(' ')
                .append(file.sha256()).append(' ').append(file.size()).append(' ').append(file.fileName()).append('\n'));
        return HexFormat.of().formatHex(Sha256.digest().digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
