package org.rectification.bulletin;

/**
 * Something that points to a person, in what the public would read.
 *
 * @param section its key
 * @param excerpt with the words before and after
 * @param cleared user id of whoever found it fit to be published, null while nobody has
 */
public record Exposure(String section, Kind kind, String word, String excerpt, String cleared) {

    public enum Kind {
        NAME("姓名"), PHONE("电话号码"), IDENTITY("证件或账户号码"), MAIL("电子邮箱");

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

    boolean isOpen() {
        return cleared == null;
    }
}
