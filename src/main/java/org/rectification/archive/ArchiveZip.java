package org.rectification.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
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

/** Writes an archive piece by piece; a manifest comes last in its folder, since it says what was really written. */
@Component
public class ArchiveZip {

    public static final String INDEX = "index.html";
    public static final String MANIFEST = "manifest.json";

    private final ObjectMapper json;

    ArchiveZip(ObjectMapper json) {
        this.json = json;
    }

    /** @param problem null like {@code taskNumber} where it is about something larger */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Manifest(String caseNumber, Integer problem, String taskNumber, String madeBy, String madeByName, LocalDateTime madeAt, List<Entry> entries) {}

    record Entry(String path, long size, String sha256, String filedBy, String filedByName, LocalDateTime filedAt) {}

    /** {@code to} is not closed. */
    public void write(Folder folder, OutputStream to) throws IOException {
        write(folder, List.of(), to);
    }

    /**
     * Where this fails, {@code to} is left without an end: what had been written so far must not pass for the archive.
     *
     * @param beneath folders with manifests of their own, each put together only when its turn comes; the whole one's manifest names theirs
     */
    public void write(Folder whole, Iterable<Folder> beneath, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to);
        List<Entry> entries = new ArrayList<>(filed(zip, "", whole));
        for (Folder folder : beneath) {
            String within = folder.name() + "/";
            entries.add(manifest(zip, within, folder, filed(zip, within, folder)));
        }
        manifest(zip, "", whole, entries);
        zip.finish();
    }

    private static List<Entry> filed(ZipOutputStream zip, String within, Folder folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        entries.add(made(zip, within, INDEX, folder, folder.index()));
        for (Enclosure each : folder.enclosures()) entries.add(entry(zip, within, each.path(), each.filedBy(), each.filedByName(), each.filedAt(), each.content()));
        return entries;
    }

    /** @return as the manifest above it names it */
    private Entry manifest(ZipOutputStream zip, String within, Folder folder, List<Entry> entries) throws IOException {
        Entry written = made(zip, within, MANIFEST, folder, json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Manifest(folder.caseNumber(), folder.problem(), folder.taskNumber(), folder.maker().userId(), folder.maker().name(), folder.madeAt(), entries)));
        return new Entry(within + written.path(), written.size(), written.sha256(), written.filedBy(), written.filedByName(), written.filedAt());
    }

    private static Entry made(ZipOutputStream zip, String within, String path, Folder folder, byte[] bytes) throws IOException {
        return entry(zip, within, path, folder.maker().userId(), folder.maker().name(), folder.madeAt(), out -> out.write(bytes));
    }

    private static Entry entry(ZipOutputStream zip, String within, String path, String filedBy, String filedByName, LocalDateTime filedAt, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(within + path);
        entry.setTimeLocal(filedAt);
        zip.putNextEntry(entry);
        MessageDigest digest = Sha256.digest();
        content.writeTo(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return new Entry(path, entry.getSize(), HexFormat.of().formatHex(digest.digest()), filedBy, filedByName, filedAt);
    }
}
