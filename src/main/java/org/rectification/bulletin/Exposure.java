package org.rectification.bulletin;

import java.util.List;

/**
 * Something that points to a person, in what the public would read.
 *
 * @param section its key
 * @param excerpts each place in the section with the words before and after
 * @param cleared user id of whoever found it fit to be published, null while nobody has
 */
public record Exposure(String section, Kind kind, String word, List<String> excerpts, String cleared) {

    public enum Kind {
        NAME("姓名"), PHONE("电话号码"), IDENTITY("证件或账户号码"), MAIL("电子邮箱"),
        /** A surname with an office or 同志, or half hidden: a guess that keeps nothing from being published. */
        ADDRESSED("像是称呼个人，请核对"),
        /** Of nobody in the organisation file; a guess as well. */
        PERHAPS_NAME("像是人名，请核对");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public String place() {
        return Section.label(section);
    }

    /** Whether the public version waits for somebody to look at it. */
    public boolean isOpen() {
        return cleared == null && !isGuess();
    }

    /** Whether it only may be a person; keeps nothing from being published. */
    public boolean isGuess() {
        return kind == Kind.ADDRESSED || kind == Kind.PERHAPS_NAME;
    }

    /** Whether somebody may find it fit to be published. */
    public boolean isClearable() {
        return kind != Kind.IDENTITY;
    }

    /** Whether it reaches a person wherever he is. */
    public boolean isMobile() {
        return kind == Kind.PHONE && word.startsWith("1");
    }
}
