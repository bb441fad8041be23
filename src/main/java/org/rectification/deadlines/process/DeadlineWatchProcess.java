package org.rectification.deadlines.process;

import static org.rectification.engine.ProcessVariable.outcome;

import java.util.Map;
import java.util.Set;
import org.rectification.engine.ProcessContract;
import org.rectification.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** bpmn/deadline-watch.bpmn. */
@Component
public class DeadlineWatchProcess implements ProcessContract {

    public static final String KEY = "deadline-watch";

    public static final String WATCH_MISSED = "Message_WatchMissed";

    public static final ProcessVariable<Boolean> WATCH_BEGUN = outcome("watchBegun");
    public static final ProcessVariable<Boolean> MORE_TO_WATCH = outcome("moreToWatch");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Set<ProcessVariable<?>>> submissions() {
        return Map.of();
    }
}
