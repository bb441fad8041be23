package org.rectification.bulletin;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names and numbers that somebody found fit to be published where they stand. */
@Repository
class Clearances {

    private final JdbcClient jdbc;

    Clearances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Section → word → user id. */
    Map<String, Map<String, String>> of(String bulletinKey) {
        Map<String, Map<String, String>> cleared = new HashMap<>();
        jdbc.sql("select section, word, cleared_by from ledger.bulletin_clearance where bulletin_key = ?").param(bulletinKey).query(row -> {
            cleared.computeIfAbsent(row.getString(1), none -> new HashMap<>()).put(row.getString(2), row.getString(3));
        });
        return cleared;
    }

    void clear(String bulletinKey, String section, String word, String by, LocalDateTime at) {
        takeBack(bulletinKey, section, word);
        jdbc.sql("insert into ledger.bulletin_clearance (bulletin_key, section, word, cleared_by, cleared_at) values (?, ?, ?, ?, ?)").params(bulletinKey, section, word, by, at).update();
    }

    void takeBack(String bulletinKey, String section, String word) {
        jdbc.sql("delete from ledger.bulletin_clearance where bulletin_key = ? and section = ? and word = ?").params(bulletinKey, section, word).update();
    }
}
