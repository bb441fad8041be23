package org.rectification.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rectification.archive.Enclosure.Content;
import org.rectification.evidence.Sha256;
import org.springframework.stereotype.Component;

/** Writes an archive piece by piece; its manifest comes last, since it says what was really written. */
@Component
public class ArchiveZip {

    public static final String INDEX = "index.html";
    public static final String MANIFEST = "manifest.json";

    private final ObjectMapper json;

    ArchiveZip(ObjectMapper json) {
        this.json = json;
    }

    record Manifest(String taskNumber, String madeBy, String madeByName, LocalDateTime madeAt, List<Entry> entries) {}

    record Entry(String path, long size, String sha256, String filedBy, String filedByName, LocalDateTime filedAt) {}

    /** {@code to} is not closed. */
    public void write(TaskArchive archive, byte[] index, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to);
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(zip, INDEX, archive.maker().userId(), archive.maker().name(), archive.madeAt(), out -> out.write(index)));
        for (List<Enclosure> folder : archive.enclosures().values()) {
            for (Enclosure each : folder) entries.add(entry(zip, each.path(), each.filedBy(), each.filedByName(), each.filedAt(), each.content()));
        }
        byte[] manifest = json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Manifest(archive.taskNumber(), archive.maker().userId(), archive.maker().name(), archive.madeAt(), entries));
        entry(zip, MANIFEST, archive.maker().userId(), archive.maker().name(), archive.madeAt(), out -> out.write(manifest));
        zip.finish();
    }

    private static Entry entry(ZipOutputStream zip, String path, String filedBy, String filedByName, LocalDateTime filedAt, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(filedAt);
        zip.putNextEntry(entry);
        MessageDigest digest = Sha256.digest();
        content.writeTo(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return new Entry(path, entry.getSize(), HexFormat.of().formatHex(digest.digest()), filedBy, filedByName, filedAt);
    }
}
