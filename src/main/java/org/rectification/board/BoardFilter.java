package org.rectification.board;

import org.rectification.rectification.LedgerFilter;

/** What a board is looked at for; null or blank leaves nothing out. {@code leader}: user id. */
public record BoardFilter(String department, String leader, String light) {

    LedgerFilter rows() {
        return LedgerFilter.by(department, leader, light);
    }

    public boolean isEmpty() {
        return rows().isEmpty();
    }
}
