package org.rectification.demo.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
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

    /** Before the journey: what the system does by the clock, and would do next tomorrow, it does next at this moment. */
    void startClocksAt(LocalDateTime moment) {
        management.createJobQuery().timers().list().forEach(job -> management.setJobDuedate(job.getId(), Date.from(moment.atZone(clock.getZone()).toInstant())));
    }

    /** Goes on to this moment; whatever is due by then is done on the way, each job at its own instant, in their order. */
    void travelTo(LocalDateTime moment) {
        for (Optional<Job> job = firstDueBy(moment); job.isPresent(); job = firstDueBy(moment)) {
            clock.travelTo(dueAt(job.get()));
            management.executeJob(job.get().getId());
        }
        clock.travelTo(moment);
    }

    /** Goes on to what the time really is at this instant. */
    void catchUp() {
        travelTo(LocalDateTime.now(Clock.system(clock.getZone())));
    }

    /** From here on time passes by itself again. */
    void arrive() {
        clock.backToNow();
    }

    /** Each job has a due date, since the engine acquires them by it. */
    private Optional<Job> firstDueBy(LocalDateTime moment) {
        Date justAfter = Date.from(moment.plusNanos(1_000_000).atZone(clock.getZone()).toInstant());
        return management.createJobQuery().duedateLowerThan(justAfter).orderByJobDuedate().asc().orderByJobId().asc().listPage(0, 1).stream().findFirst();
    }

    private LocalDateTime dueAt(Job job) {
        return LocalDateTime.ofInstant(job.getDuedate().toInstant(), clock.getZone());
    }
}
