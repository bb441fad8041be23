package org.rectification.bulletin;

public enum BulletinStatus {
    DRAFT("起草中"), SUBMITTED("待审定"), APPROVED("已审定");

    private final String label;

    BulletinStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
