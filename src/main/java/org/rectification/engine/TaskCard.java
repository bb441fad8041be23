package org.rectification.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes on every human task which matter it belongs to: people may read tasks but no process instances, and a list of
 * equally named tasks tells nobody which is which. For display only; rules ask the instance.
 */
@Component
public class TaskCard {

    public static final String BUSINESS_KEY = "businessKey";
    public static final String SUBJECT = "subject";

    /** Inscribed where the step is there because somebody said no at the one before. */
    public static final String RETURNED = "returned";

    /** Those, by user id, who must leave this step to the others: as {@link Barred} lists them. On every task at {@link #LEFT_TO_OTHERS}, be it for nobody. */
    public static final String NOT_FOR = "notFor";

    /** Steps that not everybody to whom the models offer them may decide. */
    public static final Set<String> LEFT_TO_OTHERS = Set.of("Task_Check", "Task_SignOff", "Task_ApproveExtension", "Task_ApproveBlocked", "Task_ApproveChange", "Task_ConfirmEscalation");

    private final Map<String, Subject> subjects;
    private final Map<String, Set<String>> decisions;
    private final Organization organization;

    TaskCard(List<Subject> subjects, List<ProcessContract> contracts, Organization organization) {
        this.organization = organization;
        this.subjects = subjects.stream().collect(Collectors.toMap(Subject::process, Function.identity()));
        this.decisions = contracts.stream().collect(Collectors.toMap(ProcessContract::key, contract -> contract.submissions().values().stream().flatMap(Set::stream)
                .filter(ProcessVariable::isDecision).map(ProcessVariable::name).collect(Collectors.toSet())));
    }

    /** Before {@link TaskWall} makes the process forget what was decided. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void inscribe(DelegateTask task) {
        if (!TaskListener.EVENTNAME_CREATE.equals(task.getEventName())) return;
        String businessKey = task.getExecution().getProcessBusinessKey();
        if (businessKey == null) return;
        task.setVariableLocal(BUSINESS_KEY, businessKey);
        String definition = task.getProcessDefinitionId();
        String process = definition.substring(0, definition.indexOf(':'));
        Subject subject = subjects.get(process);
        if (subject != null) task.setVariableLocal(SUBJECT, nameFor(task, subject.department(businessKey)) + subject.of(businessKey));
        if (LEFT_TO_OTHERS.contains(task.getTaskDefinitionKey())) task.setVariableLocal(NOT_FOR, subject.barred(task.getTaskDefinitionKey(), businessKey).listed());
        boolean returned = decisions.getOrDefault(process, Set.of()).stream().anyMatch(decision -> Boolean.FALSE.equals(task.getExecution().getVariable(decision)));
        if (returned) task.setVariableLocal(RETURNED, true);
    }

    /** Its own people know which department it is; to the others, be they of one that supports it, the list says it first. */
    private String nameFor(DelegateTask task, String department) {
        if (department == null) return "";
        Set<String> own = Set.of(Groups.handlersOf(department), Groups.headsOf(department));
        boolean known = task.getCandidates().stream().anyMatch(link -> own.contains(String.valueOf(link.getGroupId())));
        return known ? "" : organization.departmentNames().getOrDefault(department, department) + " ";
    }

    /** Whether he, or the leader in whose place he is, stands on this list of {@link #NOT_FOR}; null is nobody's. */
    public static boolean isNotFor(Person person, Object listed) {
        return listed != null && patterns(person).stream().anyMatch(pattern -> listed.toString().contains(pattern.replace("%", "")));
    }

    /** What the list is like that he, or the leader in whose place he is, stands on. */
    public static List<String> patterns(Person person) {
        return Stream.concat(Stream.of(person.userId()), person.actingFor(Groups.LEADING_GROUP).map(Barred::inPlaceOf).stream()).map(userId -> "%," + userId + ",%").toList();
    }
}
