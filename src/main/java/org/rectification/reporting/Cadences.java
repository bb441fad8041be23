package org.rectification.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.RectificationCase;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How often each case reports, and when it does so next. */
@Service
@Transactional(readOnly = true)
public class Cadences {

    private static final String CONCENTRATED = "CONCENTRATED";
    private static final String SUSTAINED = "SUSTAINED";

    private final LedgerView ledger;
    private final ReportingSettings settings;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Cadences(LedgerView ledger, ReportingSettings settings, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The case's own choice for its present stage, otherwise the setting. A case that is only just beginning has no number yet,
     * or one that its caller made up: it gets the first setting.
     */
    public Cadence of(String caseNumber) {
        boolean sustained = jdbc.sql("select stage from ledger.rectification_case where case_number = ?").param(caseNumber).query(String.class).optional()
                .map(stage -> isSustained(CaseStage.valueOf(stage))).orElse(false);
        return sustained ? sustained(caseNumber) : concentrated(caseNumber);
    }

    public static boolean isSustained(CaseStage stage) {
        return stage.compareTo(CaseStage.AWAITING_SIGN_OFFS) >= 0;
    }

    /** Until the bulletin is approved. */
    public Cadence concentrated(String caseNumber) {
        return chosen(caseNumber, CONCENTRATED, settings.concentrated());
    }

    /** Afterwards, while the last items are still open. */
    public Cadence sustained(String caseNumber) {
        return chosen(caseNumber, SUSTAINED, settings.sustained());
    }

    private Cadence chosen(String caseNumber, String stage, String otherwise) {
        return Cadence.of(jdbc.sql("select cadence from ledger.reporting_cadence where case_number = ? and stage = ?").params(caseNumber, stage)
                .query(String.class).optional().orElse(otherwise));
    }

    public String cron(String caseNumber) {
        return of(caseNumber).cron(settings.opensAt());
    }

    /** The first day that no report has covered yet, none before the launch or a takeover; for a case that is not launched, today. */
    LocalDate unreportedSince(RectificationCase ofCase) {
        return jdbc.sql("select max(ends_on) from ledger.reporting_period where case_number = ?").param(ofCase.caseNumber()).query(LocalDate.class).optional()
                .map(last -> last.plusDays(1)).orElseGet(() -> ofCase.countedFrom() != null ? ofCase.countedFrom() : (ofCase.launchedAt() == null ? LocalDateTime.now(clock) : ofCase.launchedAt()).toLocalDate());
    }

    /** When the next period is opened for reporting, were the case launched by then; null once it is closed. */
    public LocalDateTime nextOpening(String caseNumber) {
        RectificationCase ofCase = ledger.caseOf(caseNumber);
        if (ofCase.stage() == CaseStage.CLOSED) return null;
        LocalDateTime lastDay = of(caseNumber).containing(unreportedSince(ofCase)).endsOn().plusDays(1).atStartOfDay().minusNanos(1);
        LocalDateTime now = LocalDateTime.now(clock);
        return of(caseNumber).openingsAfter(now.isAfter(lastDay) ? now : lastDay, settings.opensAt(), 1).get(0);
    }

    /** The next three openings in this rhythm. */
    public List<LocalDateTime> openings(Cadence cadence) {
        return cadence.openingsAfter(LocalDateTime.now(clock), settings.opensAt(), 3);
    }

    /**
     * The case's own rhythm, from the next period on.
     *
     * @param concentrated until the bulletin is approved, null to leave it
     * @param sustained    afterwards, null to leave it
     */
    @Transactional
    public void change(String caseNumber, String concentrated, String sustained, Person by) {
        if (!by.isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours("报告周期由整改办设定，您不在整改办");
        ledger.caseOf(caseNumber);
        Flaws flaws = new Flaws();
        check("concentrated", concentrated, flaws);
        check("sustained", sustained, flaws);
        flaws.refuseInput();
        if (concentrated != null) write(caseNumber, CONCENTRATED, Cadence.of(concentrated));
        if (sustained != null) write(caseNumber, SUSTAINED, Cadence.of(sustained));
        events.publishEvent(new CadenceChanged(caseNumber));
    }

    private static void check(String field, String cadence, Flaws flaws) {
        String objection = cadence == null ? null : Cadence.objectionTo(cadence);
        if (objection != null) flaws.add(field, objection);
    }

    private void write(String caseNumber, String stage, Cadence cadence) {
        if (jdbc.sql("update ledger.reporting_cadence set cadence = ? where case_number = ? and stage = ?").params(cadence.name(), caseNumber, stage).update() == 0) {
            jdbc.sql("insert into ledger.reporting_cadence (case_number, stage, cadence) values (?, ?, ?)").params(caseNumber, stage, cadence.name()).update();
        }
    }
}
