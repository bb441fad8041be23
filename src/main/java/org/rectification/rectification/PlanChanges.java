package org.rectification.rectification;

import java.time.LocalDateTime;
import java.util.List;
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

    /** @throws Refusal RULE where the approved plan held the subject and no reason is given */
    void record(String caseNumber, boolean inPlan, String subject, String change, String reason, String person, LocalDateTime at) {
        if (!inPlan) return;
        if (reason == null || reason.isBlank()) throw Refusal.ofRule(subject + "已列入审定的整改方案，改动须填写理由");
        if (reason.length() > 1000) throw Refusal.ofRule("理由最多1000字，现有" + reason.length() + "字");
        jdbc.sql("insert into ledger.plan_change (case_number, subject, change, reason, person, changed_at) values (?, ?, ?, ?, ?, ?)")
                .params(caseNumber, subject, change.substring(0, Math.min(change.length(), 4000)), reason.strip(), person, at).update();
    }

    public List<PlanChange> of(String caseNumber) {
        return jdbc.sql("select subject, change, reason, person, changed_at from ledger.plan_change where case_number = ? order by id")
                .param(caseNumber).query(PlanChange.class).list();
    }
}
