package org.rectification.archive;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Paths within one archive: each given once, none leading out of its folder, all fit for Windows, macOS and Linux alike. What people
 * called a file is kept as far as that allows.
 */
final class EntryNames {

    /** Linux takes 255 bytes a name; the rest is for the number of a duplicate. */
    private static final int MOST_BYTES = 230;
    private static final int LONGEST_ENDING = 10;

    private final Set<String> taken = new HashSet<>();

    /** @param folder one of ours, without a slash at its end */
    String path(String folder, String fileName) {
        String name = plain(fileName);
        int dot = name.lastIndexOf('.');
        boolean hasEnding = dot > 0 && name.length() - dot <= LONGEST_ENDING;
        String ending = hasEnding ? name.substring(dot) : "";
        String stem = shortened(hasEnding ? name.substring(0, dot) : name, MOST_BYTES - bytes(ending));
        String path = folder + "/" + stem + ending;
        for (int n = 2; !taken.add(path.toLowerCase(Locale.ROOT)); n++) path = folder + "/" + stem + " (" + n + ")" + ending;
        return path;
    }

    /** Without path parts, control and invisible characters (those that turn the direction of writing hide what a file is), and what file systems forbid. */
    private static String plain(String fileName) {
        String name = Normalizer.normalize(fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1), Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*]", "_").strip().replaceAll("^[.]+|[. ]+$", "_");
        return name.isEmpty() ? "_" : name;
    }

    private static String shortened(String stem, int most) {
        String shorter = stem;
        while (bytes(shorter) > most) shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        return shorter;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
