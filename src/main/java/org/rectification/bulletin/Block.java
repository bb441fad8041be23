package org.rectification.bulletin;

import java.util.List;
import org.rectification.document.OfficialDocument;

/** A piece of a bulletin as it is laid out, on paper and on a page alike. */
public sealed interface Block {

    record Title(String text) implements Block {

        /** As they are broken on paper. */
        public List<String> lines() {
            return OfficialDocument.titleLines(text);
        }
    }

    /** What the paper is, above its title; only where not everybody may read it. */
    record Marking(String text) implements Block {}

    /** @param level 1 for 一、, 2 for （一）, 3 for 1. */
    record Heading(int level, String text) implements Block {}

    /**
     * @param lead its first words, in bold; may be empty
     * @param kept on the page on which the next block begins
     */
    record Paragraph(String lead, String text, boolean kept) implements Block {

        Paragraph(String lead, String text) {
            this(lead, text, false);
        }
    }

    /** @param left columns that hold sentences */
    record Table(List<String> header, List<Integer> shares, List<List<String>> rows, List<Integer> left) implements Block {}

    record Signature(String body, String date) implements Block {}

    /** What a template asks. */
    default String kind() {
        return getClass().getSimpleName();
    }
}
