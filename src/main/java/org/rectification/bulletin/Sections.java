package org.rectification.bulletin;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts of bulletins. */
@Repository
class Sections {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Sections(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** In the order of the bulletin. */
    List<Section> of(String bulletinKey) {
        return jdbc.sql("select section, ordinal, text, public_text, edited_by, edited_at from ledger.bulletin_section where bulletin_key = ? order by ordinal").param(bulletinKey)
                .query((row, n) -> new Section(row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5), row.getObject(6, LocalDateTime.class))).list();
    }

    Section get(String bulletinKey, String section) {
        return of(bulletinKey).stream().filter(each -> each.key().equals(section)).findFirst().orElseThrow(() -> Refusal.unknown("通报中没有“" + section + "”这一部分，请刷新页面"));
    }

    /** What somebody worded stays as he worded it; everything else is as proposed. */
    void propose(String bulletinKey, List<Section> proposed) {
        Map<String, Section> worded = of(bulletinKey).stream().filter(Section::isEdited).collect(Collectors.toMap(Section::key, Function.identity()));
        jdbc.sql("delete from ledger.bulletin_section where bulletin_key = ?").param(bulletinKey).update();
        batches.batchUpdate("insert into ledger.bulletin_section (bulletin_key, section, ordinal, text, public_text, edited_by, edited_at) values (?, ?, ?, ?, ?, ?, ?)",
                proposed.stream().map(section -> {
                    Section kept = worded.getOrDefault(section.key(), section);
                    return new Object[] {bulletinKey, section.key(), section.ordinal(), kept.text(), kept.publicText(), kept.editedBy(), kept.editedAt()};
                }).toList());
    }

    void write(String bulletinKey, String section, String text, String publicText, String by, LocalDateTime at) {
        jdbc.sql("update ledger.bulletin_section set text = ?, public_text = ?, edited_by = ?, edited_at = ? where bulletin_key = ? and section = ?")
                .params(Arrays.asList(text, publicText, by, at, bulletinKey, section)).update();
    }

    /** As the system proposes it, not as somebody worded it. */
    void propose(String bulletinKey, String section, String text) {
        jdbc.sql("update ledger.bulletin_section set text = ? where bulletin_key = ? and section = ? and edited_by is null").params(text, bulletinKey, section).update();
    }
}
