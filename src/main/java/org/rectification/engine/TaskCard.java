package org.rectification.engine;

import java.util.HashMap;
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
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes on every human task which matter it belongs to: people may read tasks but no process instances, and a list of
 * equally named tasks tells nobody which is which. For display only; rules ask the instance.
 */
@Component
public class TaskCard {

    public static final String BUSINESS_KEY = "businessKey";
    public static final String SUBJECT = "subject";

    /** Name of the responsible department, and which problem it is about; on no task where the matter has no single one. */
    public static final String DEPARTMENT = "responsibleDepartment";
    public static final String PROBLEM = "ofProblem";

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
        if (subject != null) task.setVariablesLocal(matter(subject, businessKey));
        if (LEFT_TO_OTHERS.contains(task.getTaskDefinitionKey())) task.setVariableLocal(NOT_FOR, subject.barred(task.getTaskDefinitionKey(), businessKey).listed());
        boolean returned = decisions.getOrDefault(process, Set.of()).stream().anyMatch(decision -> Boolean.FALSE.equals(task.getExecution().getVariable(decision)));
        if (returned) task.setVariableLocal(RETURNED, true);
    }

    /** What it is about, whose it is and which problem it puts right. */
    Map<String, Object> matter(Subject subject, String businessKey) {
        Map<String, Object> matter = new HashMap<>(Map.of(SUBJECT, subject.of(businessKey)));
        String department = subject.department(businessKey);
        if (department != null) matter.put(DEPARTMENT, departmentNames().getOrDefault(department, department));
        String problem = subject.problem(businessKey);
        if (problem != null) matter.put(PROBLEM, problem);
        return matter;
    }

    /** Read once in a transaction, in which a launch writes a hundred cards. */
    @SuppressWarnings("unchecked")
    private Map<String, String> departmentNames() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> known) return (Map<String, String>) known;
        Map<String, String> names = organization.departmentNames();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return names;
        TransactionSynchronizationManager.bindResource(this, names);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(TaskCard.this);
            }
        });
        return names;
    }

    /** In one line, with whose it is first. @param card variable → what it says */
    public static String inOneLine(Map<String, ?> card) {
        return card.get(DEPARTMENT) == null ? (String) card.get(SUBJECT) : card.get(DEPARTMENT) + " " + card.get(SUBJECT);
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
