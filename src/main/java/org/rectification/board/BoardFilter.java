package org.rectification.board;

import java.util.Set;
import org.rectification.rectification.LedgerFilter;

/** What a board is looked at for; null or blank leaves nothing out. {@code leader}: user id. */
public record BoardFilter(String department, String leader, String light) {

    LedgerFilter rows() {
        return LedgerFilter.by(department, leader, light);
    }

    /** Asks for nothing by these names any more. */
    public BoardFilter without(Set<String> names) {
        return new BoardFilter(names.contains("department") ? null : department, names.contains("leader") ? null : leader, names.contains("light") ? null : light);
    }

    public boolean isEmpty() {
        return rows().isEmpty();
    }
}
