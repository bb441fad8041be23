package org.rectification.demo.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.rectification.calendar.WorkingDays;
import org.rectification.engine.DoorsOpening;
import org.rectification.lookback.LookBackSettings;
import org.rectification.rectification.LedgerView;
import org.rectification.reporting.ReportingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Half a year of a bureau's work, played before anybody is let in; a system that already has cases is left alone. All of it is
 * one transaction: a start that is broken off leaves nothing behind, and the next one begins anew.
 */
@Component
@Profile("demo")
class Demo {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    /** How long deadlines have been watched: the whole half-year would only make the start longer. */
    private static final int WATCHED_DAYS = 25;
    static final List<String> CASES = List.of("ZX-2025-01", "HT-2026-01", "ZX-2026-01");

    private final LedgerView ledger;
    private final WorkingDays workingDays;
    private final ReportingSettings reporting;
    private final LookBackSettings lookingBack;
    private final Desk desk;
    private final TravellingClock journey;
    private final TourCase tour;
    private final TransactionTemplate atOnce;
    private final Clock clock;

    Demo(LedgerView ledger, WorkingDays workingDays, ReportingSettings reporting, LookBackSettings lookingBack, Desk desk, TravellingClock journey, TourCase tour,
         PlatformTransactionManager transactions, Clock clock) {
        this.ledger = ledger;
        this.workingDays = workingDays;
        this.reporting = reporting;
        this.lookingBack = lookingBack;
        this.desk = desk;
        this.journey = journey;
        this.tour = tour;
        this.atOnce = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @EventListener(DoorsOpening.class)
    @Order(20)
    void unfold() {
        if (ledger.cases(null, null, null).total() > 0) return;
        long begun = System.nanoTime();
        LocalDate today = LocalDate.now(clock);
        List<Deed> story = Storyline.of(CASES.stream().map(CaseScript::read).toList(), today, workingDays, reporting, lookingBack);
        try {
            atOnce.executeWithoutResult(all -> {
                journey.startClocksAt(today.minusDays(WATCHED_DAYS).atStartOfDay());
                story.forEach(this::play);
                tour.unfold(today);
                journey.catchUp();
            });
        } finally {
            journey.arrive();
        }
        LOG.info("demo of {} deeds played in {} ms", story.size(), (System.nanoTime() - begun) / 1_000_000);
    }

    private void play(Deed deed) {
        journey.travelTo(deed.at());
        deed.act().accept(desk);
    }
}
