package org.rectification.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.runtime.VariableInstance;

/**
 * Full history, except of what the ledger keeps itself: the lines of a {@link TaskCard}, eight of the twenty-three rows that launching a
 * task would write, and the evaluations of the escalation table, which the watch asks for every open task every day.
 */
class LeanHistory extends HistoryLevelFull {

    private static final Set<String> CARD = Set.of(TaskCard.BUSINESS_KEY, TaskCard.SUBJECT, TaskCard.DEPARTMENT, TaskCard.PROBLEM, TaskCard.RETURNED, TaskCard.NOT_FOR);

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        if (type == HistoryEventTypes.DMN_DECISION_EVALUATE) return false;
        return !(entity instanceof VariableInstance variable && CARD.contains(variable.getName())) && super.isHistoryEventProduced(type, entity);
    }
}
