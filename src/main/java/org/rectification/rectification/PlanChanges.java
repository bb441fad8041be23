package org.rectification.rectification;

import java.time.LocalDateTime;
import java.util.List;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What differs from the approved plan, each with its reason. */
@Repository
public class PlanChanges {

    private final JdbcClient jdbc;

    PlanChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param subject 问题3 or a task number */
    public record PlanChange(String subject, String change, String reason, String person, LocalDateTime changedAt) {}

    /** @throws Refusal RULE where the approved plan held the subject and no reason is given, INPUT for one that cannot be written down */
    void record(String caseNumber, boolean inPlan, String subject, String change, String reason, String person, LocalDateTime at) {
        if (!inPlan) return;
        if (reason == null || reason.isBlank()) throw Refusal.ofRule(subject + "已列入审定的整改方案，改动须填写理由");
        Flaws flaws = new Flaws();
        String because = flaws.text("reason", "理由", reason, 1000);
        flaws.refuseInput();
        jdbc.sql("insert into ledger.plan_change (case_number, subject, change, reason, person, changed_at) values (?, ?, ?, ?, ?, ?)")
                .params(caseNumber, subject, change.substring(0, Math.min(change.length(), 4000)), because, person, at).update();
    }

    public List<PlanChange> of(String caseNumber) {
        return jdbc.sql("select subject, change, reason, person, changed_at from ledger.plan_change where case_number = ? order by id")
                .param(caseNumber).query(PlanChange.class).list();
    }
}
