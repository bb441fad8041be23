package org.rectification.notification;

/** What became of a message. */
public enum MessageStatus {
    WAITING("待送达"), DELIVERED("已送达"), CANCELLED("已取消");

    private final String label;

    MessageStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
