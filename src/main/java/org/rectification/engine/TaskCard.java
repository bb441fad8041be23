package org.rectification.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes on every human task which matter it belongs to: people may read tasks but no process instances, and a list of
 * equally named tasks tells nobody which is which. For display only; rules ask the instance.
 */
@Component
public class TaskCard {

    public static final String BUSINESS_KEY = "businessKey";
    public static final String SUBJECT = "subject";

    private final Map<String, Subject> subjects;

    TaskCard(List<Subject> subjects) {
        this.subjects = subjects.stream().collect(Collectors.toMap(Subject::process, Function.identity()));
    }

    @EventListener
    void inscribe(DelegateTask task) {
        if (!TaskListener.EVENTNAME_CREATE.equals(task.getEventName())) return;
        String businessKey = task.getExecution().getProcessBusinessKey();
        if (businessKey == null) return;
        task.setVariableLocal(BUSINESS_KEY, businessKey);
        String definition = task.getProcessDefinitionId();
        Subject subject = subjects.get(definition.substring(0, definition.indexOf(':')));
        if (subject != null) task.setVariableLocal(SUBJECT, subject.of(businessKey));
    }
}
