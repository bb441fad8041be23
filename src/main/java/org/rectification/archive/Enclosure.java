package org.rectification.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDateTime;

/**
 * A file in the archive, beside its index.
 *
 * @param path    within the archive
 * @param name    what it was called when it was filed
 * @param size    in bytes, null like {@code sha256} for what is drawn up only now
 * @param sha256  what the content gave when it was filed, in lower-case hex; the archive's manifest says what it gives now
 * @param measure ordinal of the measure that it shows, null for none
 * @param filedBy user id, or the office that wrote a letter
 */
public record Enclosure(String path, String folder, String name, Long size, String sha256, Integer measure, String filedBy, String filedByName, LocalDateTime filedAt, Content content) {

    private static final int KILO = 1024;

    public interface Content {

        /** {@code to} is not closed. */
        void writeTo(OutputStream to) throws IOException;
    }

    /** The path as a link from the index. */
    public String href() {
        return href(path);
    }

    static String href(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("“" + path + "” is no path", e);
        }
    }

    /** 不足1 KB, 12 KB, 1.5 MB. */
    public String sizeInWords() {
        if (size < KILO) return "不足1 KB";
        return size < KILO * KILO ? size / KILO + " KB" : "%.1f MB".formatted(size / (double) (KILO * KILO));
    }
}
