package org.rectification.notification;

/** A way out of the house. */
public enum Channel {
    MAIL("邮件"), WEBHOOK("群消息");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
