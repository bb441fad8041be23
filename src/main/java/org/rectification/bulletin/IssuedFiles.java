package org.rectification.bulletin;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.rectification.evidence.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bulletins as they were issued. */
@Repository
class IssuedFiles {

    private final JdbcClient jdbc;

    IssuedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void issue(String bulletinKey, Audience audience, byte[] bytes, LocalDateTime at) {
        jdbc.sql("insert into ledger.bulletin_file (bulletin_key, audience, sha256, bytes, made_at) values (?, ?, ?, ?, ?)")
                .params(bulletinKey, audience.name(), HexFormat.of().formatHex(Sha256.digest().digest(bytes)), bytes, at).update();
    }

    Optional<byte[]> bytes(String bulletinKey, Audience audience) {
        return jdbc.sql("select bytes from ledger.bulletin_file where bulletin_key = ? and audience = ?").params(bulletinKey, audience.name())
                .query((row, n) -> row.getBytes(1)).optional();
    }

    Map<Audience, String> hashes(String bulletinKey) {
        Map<Audience, String> hashes = new EnumMap<>(Audience.class);
        jdbc.sql("select audience, sha256 from ledger.bulletin_file where bulletin_key = ?").param(bulletinKey).query(row -> {
            hashes.put(Audience.valueOf(row.getString(1)), row.getString(2));
        });
        return hashes;
    }
}
