package org.rectification.reconciliation;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.rectification.CaseStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every night all open cases are reconciled, so that what does not agree is known before somebody wants to close. */
@Service
@Transactional
public class NightlyReconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyReconciliation.class);
    private static final int LONGEST = 4000;

    private final Reconciliation reconciliation;
    private final JdbcClient jdbc;
    private final Clock clock;

    NightlyReconciliation(Reconciliation reconciliation, JdbcClient jdbc, Clock clock) {
        this.reconciliation = reconciliation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param exceptions how many there were; {@code firstOfThem} as many of their sentences as fit */
    public record Result(String caseNumber, LocalDateTime reconciledAt, int exceptions, String firstOfThem) {

        public boolean clean() {
            return exceptions == 0;
        }
    }

    public void reconciled() {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        for (String caseNumber : jdbc.sql("select case_number from ledger.rectification_case where stage <> ? order by case_number").param(CaseStage.CLOSED.name()).query(String.class).list()) {
            List<String> exceptions = reconciliation.of(caseNumber).rules().stream().flatMap(rule -> rule.exceptions().stream()).toList();
            if (!exceptions.isEmpty()) LOG.warn("{} does not reconcile: {} exceptions", caseNumber, exceptions.size());
            String sentences = String.join("\n", exceptions);
            jdbc.sql("insert into ledger.nightly_reconciliation (case_number, reconciled_at, exceptions, first_of_them) values (?, ?, ?, ?)")
                    .params(caseNumber, now, exceptions.size(), sentences.substring(0, Math.min(LONGEST, sentences.length()))).update();
        }
    }

    /** By case number; a case that no night has seen yet is not in it. */
    @Transactional(readOnly = true)
    public Map<String, Result> latest() {
        return results("").stream().collect(Collectors.toMap(Result::caseNumber, Function.identity()));
    }

    @Transactional(readOnly = true)
    public Optional<Result> latest(String caseNumber) {
        return results(" and r.case_number = ?", caseNumber).stream().findFirst();
    }

    private List<Result> results(String of, Object... params) {
        return jdbc.sql("""
                select r.case_number, r.reconciled_at, r.exceptions, r.first_of_them from ledger.nightly_reconciliation r
                where r.reconciled_at = (select max(l.reconciled_at) from ledger.nightly_reconciliation l where l.case_number = r.case_number)""" + of).params(params).query(Result.class).list();
    }
}
