package org.rectification.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The same entries make the same bytes, whenever and wherever they are packed. */
final class SteadyZip {

    /** Office programs look for it before anything else. */
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private SteadyZip() {}

    static byte[] of(byte[] zip) throws IOException {
        TreeMap<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream read = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = read.getNextEntry(); entry != null; entry = read.getNextEntry()) entries.put(entry.getName(), read.readAllBytes());
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ZipOutputStream to = new ZipOutputStream(written)) {
            put(to, CONTENT_TYPES, entries.remove(CONTENT_TYPES));
            for (var entry : entries.entrySet()) put(to, entry.getKey(), entry.getValue());
        }
        return written.toByteArray();
    }

    private static void put(ZipOutputStream to, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        to.putNextEntry(entry);
        to.write(bytes);
        to.closeEntry();
    }
}
