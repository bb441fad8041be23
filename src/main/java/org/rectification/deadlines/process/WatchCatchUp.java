package org.rectification.deadlines.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rectification.deadlines.DeadlineWatch;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A timer that is deployed anew forgets what it missed while the system was down; so whoever starts it up asks. */
@Component
class WatchCatchUp {

    private final DeadlineWatch watch;
    private final RuntimeService runtime;

    WatchCatchUp(DeadlineWatch watch, RuntimeService runtime) {
        this.watch = watch;
        this.runtime = runtime;
    }

    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        if (watch.isBehind()) runtime.startProcessInstanceByMessage(DeadlineWatchProcess.WATCH_MISSED);
    }
}
