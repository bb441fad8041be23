package org.rectification.todo.process;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.rectification.engine.Subject;
import org.rectification.todo.Whereabouts;
import org.springframework.stereotype.Component;

@Component
class EngineWhereabouts implements Whereabouts {

    private final HistoryService history;
    private final Map<String, Subject> subjects;

    EngineWhereabouts(HistoryService history, List<Subject> subjects) {
        this.history = history;
        this.subjects = subjects.stream().collect(Collectors.toMap(Subject::process, Function.identity()));
    }

    @Override
    public Optional<Trace> of(String id) {
        return Optional.ofNullable(history.createHistoricTaskInstanceQuery().taskId(id).singleResult()).filter(step -> subjects.containsKey(step.getProcessDefinitionKey())).map(this::trace);
    }

    private Trace trace(HistoricTaskInstance step) {
        String key = history.createHistoricProcessInstanceQuery().processInstanceId(step.getProcessInstanceId()).singleResult().getBusinessKey();
        LocalDateTime endedAt = step.getEndTime() == null ? null : LocalDateTime.ofInstant(step.getEndTime().toInstant(), ZoneId.systemDefault());
        return new Trace(step.getName(), subjects.get(step.getProcessDefinitionKey()).page(key), doerOf(step), endedAt, TaskEntity.DELETE_REASON_COMPLETED.equals(step.getDeleteReason()));
    }

    /** Who decides several at once, or over REST, claims none of them first. */
    private String doerOf(HistoricTaskInstance step) {
        return history.createUserOperationLogQuery().taskId(step.getId()).operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE).list().stream()
                .map(UserOperationLogEntry::getUserId).findFirst().orElse(step.getAssignee());
    }
}
