package org.rectification.rectification.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rectification.engine.Termination;
import org.rectification.rectification.BlockEnded;
import org.rectification.rectification.BlockRequested;
import org.rectification.rectification.EarlyReviewRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is asked for on a blocked task's page reaches its process together with its row, or neither happens. */
@Component
class BlockedTaskInstances {

    private final RuntimeService runtime;
    private final Termination termination;

    BlockedTaskInstances(RuntimeService runtime, Termination termination) {
        this.runtime = runtime;
        this.termination = termination;
    }

    @EventListener
    void begin(BlockRequested requested) {
        runtime.startProcessInstanceByKey(ObjectivelyBlockedProcess.KEY, requested.blockKey());
    }

    /** It may wait for a day or a message as well as for a person. */
    @EventListener
    void end(BlockEnded ended) {
        termination.bringUpToDate(ObjectivelyBlockedProcess.KEY, ended.blockKey());
        runtime.createMessageCorrelation(ObjectivelyBlockedProcess.TASK_WITHDRAWN).processInstanceBusinessKey(ended.blockKey()).correlate();
    }

    @EventListener
    void review(EarlyReviewRequested requested) {
        runtime.createMessageCorrelation(ObjectivelyBlockedProcess.EARLY_REVIEW_REQUESTED).processInstanceBusinessKey(requested.blockKey()).correlate();
    }
}
