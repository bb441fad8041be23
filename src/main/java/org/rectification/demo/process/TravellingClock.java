package org.rectification.demo.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.rectification.engine.EngineClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moves the system's clock forward through the past. On the way it does the job executor's work, which is off meanwhile: what falls due is done when it is due. */
@Component
@Profile("demo")
class TravellingClock {

    private final EngineClock clock;
    private final ManagementService management;

    TravellingClock(EngineClock clock, ManagementService management) {
        this.clock = clock;
        this.management = management;
    }

    /** Goes on to this moment; every timer due by then fires at its own instant, in their order. */
    void travelTo(LocalDateTime moment) {
        for (Job timer = firstDueBy(moment); timer != null; timer = firstDueBy(moment)) {
            clock.travelTo(dueAt(timer));
            management.executeJob(timer.getId());
            settle();
        }
        clock.travelTo(moment);
    }

    /** Does what the system owes at once. */
    void settle() {
        for (List<Job> owed = owed(); !owed.isEmpty(); owed = owed()) owed.forEach(job -> management.executeJob(job.getId()));
    }

    /** From here on time passes by itself again. */
    void arrive() {
        travelTo(LocalDateTime.now(Clock.system(clock.getZone())));
        clock.backToNow();
    }

    void stop() {
        clock.backToNow();
    }

    private Job firstDueBy(LocalDateTime moment) {
        return management.createJobQuery().timers().orderByJobDuedate().asc().listPage(0, 1).stream().filter(timer -> !dueAt(timer).isAfter(moment)).findFirst().orElse(null);
    }

    private LocalDateTime dueAt(Job timer) {
        return LocalDateTime.ofInstant(timer.getDuedate().toInstant(), clock.getZone());
    }

    private List<Job> owed() {
        return management.createJobQuery().messages().list();
    }
}
