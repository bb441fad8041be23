package org.rectification.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.runtime.VariableInstance;

/**
 * Full history, except of the {@link TaskCard}: what a card says stands in the ledger, and its history would be four of the
 * seventeen rows that launching a task writes.
 */
class HistoryWithoutCards extends HistoryLevelFull {

    private static final Set<String> CARD = Set.of(TaskCard.BUSINESS_KEY, TaskCard.SUBJECT);

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return !(entity instanceof VariableInstance variable && CARD.contains(variable.getName())) && super.isHistoryEventProduced(type, entity);
    }
}
