package org.rectification.rectification;

import java.time.LocalDateTime;
import java.util.List;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What differs from the approved plan, each with its reason. */
@Repository
public class PlanChanges {

    static final int LONGEST_REASON = 1000;
    private static final int LONGEST_CHANGE = 4000;
    private static final String INSERT = "insert into ledger.plan_change (case_number, subject, change, reason, person, changed_at) values (?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    PlanChanges(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param subject 问题3 or a task number */
    public record PlanChange(String subject, String change, String reason, String person, LocalDateTime changedAt) {}

    /** @throws Refusal RULE where the approved plan held the subject and no reason is given, INPUT for one that cannot be written down */
    void record(String caseNumber, boolean inPlan, String subject, String change, String reason, String person, LocalDateTime at) {
        if (!inPlan) return;
        if (reason == null || reason.isBlank()) throw Refusal.ofRule(withoutReason(subject));
        Flaws flaws = new Flaws();
        String because = flaws.text("reason", "理由", reason, LONGEST_REASON);
        flaws.refuseInput();
        record(caseNumber, List.of(new Pending(subject, change, because)), person, at);
    }

    /** A change that the approved plan held, with its reason. */
    record Pending(String subject, String change, String reason) {}

    void record(String caseNumber, List<Pending> changes, String person, LocalDateTime at) {
        if (changes.isEmpty()) return;
        batches.batchUpdate(INSERT, changes.stream().map(each -> new Object[] {caseNumber, each.subject(), each.change().substring(0, Math.min(each.change().length(), LONGEST_CHANGE)),
                each.reason(), person, at}).toList());
    }

    static String withoutReason(String subject) {
        return subject + "已列入审定的整改方案，改动须填写理由";
    }

    public List<PlanChange> of(String caseNumber) {
        return jdbc.sql("select subject, change, reason, person, changed_at from ledger.plan_change where case_number = ? order by id")
                .param(caseNumber).query(PlanChange.class).list();
    }
}
