package org.rectification.bulletin;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept from the public, asked for and decided. */
@Repository
class Withholdings {

    private final JdbcClient jdbc;

    Withholdings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first one first. */
    List<Withholding> of(String bulletinKey) {
        return jdbc.sql("""
                select id, problem, passage, ground, reason, asked_by, asked_at, approved, decided_by, decided_at, consent_document, consent_on,
                  exists (select 1 from ledger.bulletin_withholding first where first.id < w.id and first.bulletin_key <> w.bulletin_key
                    and first.asked_by = w.asked_by and first.asked_at = w.asked_at) as carried
                from ledger.bulletin_withholding w where bulletin_key = ? order by id""").param(bulletinKey).query(Withholding.class).list();
    }

    Withholding get(String bulletinKey, long id) {
        return of(bulletinKey).stream().filter(each -> each.id() == id).findFirst().orElseThrow(() -> Refusal.unknown("没有这一条不予公开的申请，请刷新页面"));
    }

    void ask(String bulletinKey, Integer problem, String passage, Ground ground, String reason, String by, LocalDateTime at) {
        jdbc.sql("insert into ledger.bulletin_withholding (bulletin_key, problem, passage, ground, reason, asked_by, asked_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(bulletinKey, problem, passage, ground.name(), reason, by, at)).update();
    }

    /** What one bulletin keeps back the next one keeps back on the same request, decision and consent, unless that has its own. */
    void carry(String fromBulletin, String toBulletin) {
        jdbc.sql("""
                insert into ledger.bulletin_withholding (bulletin_key, problem, passage, ground, reason, asked_by, asked_at, approved, decided_by, decided_at, consent_document, consent_on, consent_recorded_by)
                select cast(? as varchar(48)), problem, passage, ground, reason, asked_by, asked_at, approved, decided_by, decided_at, consent_document, consent_on, consent_recorded_by
                from ledger.bulletin_withholding w where bulletin_key = ? and (approved is null or approved)
                  and not exists (select 1 from ledger.bulletin_withholding own where own.bulletin_key = ? and (own.problem = w.problem or own.passage = w.passage)) order by id""")
                .params(toBulletin, fromBulletin, toBulletin).update();
    }

    void takeBack(long id) {
        jdbc.sql("delete from ledger.bulletin_withholding where id = ?").param(id).update();
    }

    void decide(long id, boolean approved, String by, LocalDateTime at) {
        jdbc.sql("update ledger.bulletin_withholding set approved = ?, decided_by = ?, decided_at = ? where id = ?").params(approved, by, at, id).update();
    }

    /** For everything that is approved and lacks it. @return how many */
    int recordConsent(String bulletinKey, String document, LocalDate on, String by) {
        return jdbc.sql("""
                update ledger.bulletin_withholding set consent_document = ?, consent_on = ?, consent_recorded_by = ?
                where bulletin_key = ? and approved and consent_document is null""").params(document, on, by, bulletinKey).update();
    }
}
