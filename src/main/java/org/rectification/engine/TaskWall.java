package org.rectification.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.rectification.organization.DeputyDeeds;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Stands around every human task of our processes, whichever way a request comes: who may complete it and what may be
 * submitted with it. It runs before the listeners that the models name, and no API can skip it.
 */
@Component
class TaskWall {

    private final Actor actor;
    private final Organization organization;
    private final DeputyDeeds deeds;
    private final Map<String, ProcessContract> contracts;

    TaskWall(Actor actor, Organization organization, DeputyDeeds deeds, List<ProcessContract> contracts) {
        this.actor = actor;
        this.organization = organization;
        this.deeds = deeds;
        this.contracts = contracts.stream().collect(Collectors.toMap(ProcessContract::key, Function.identity()));
    }

    @EventListener
    void guard(DelegateTask task) {
        ProcessContract contract = contracts.get(processOf(task));
        if (contract == null) return;
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> forgetEarlierSubmissions(task);
            case TaskListener.EVENTNAME_ASSIGNMENT -> requireOwnAssignment(task);
            case TaskListener.EVENTNAME_COMPLETE -> {
                recordWhoseStepItWas(task, requireCandidate(task));
                Set<ProcessVariable<?>> allowed = contract.submissions().getOrDefault(task.getTaskDefinitionKey(), Set.of());
                requireAllowed(allowed);
                forgetWhatOthersSubmitted(task, allowed);
            }
            default -> { }
        }
    }

    private static String processOf(DelegateTask task) {
        String definition = task.getProcessDefinitionId();
        return definition == null ? "" : definition.substring(0, definition.indexOf(':'));
    }

    /** What was decided at the step before decides nothing here. */
    private static void forgetEarlierSubmissions(DelegateTask task) {
        DelegateExecution instance = task.getExecution().getProcessInstance();
        instance.removeVariablesLocal(Set.copyOf(instance.getVariableNamesLocal()));
    }

    /** Where several work side by side, what one of them said is not what the next one says. */
    private static void forgetWhatOthersSubmitted(DelegateTask task, Set<ProcessVariable<?>> allowed) {
        allowed.stream().map(ProcessVariable::name).filter(name -> !Submission.current().containsKey(name)).forEach(task.getExecution()::removeVariable);
    }

    private void requireOwnAssignment(DelegateTask task) {
        String assignee = task.getAssignee();
        actor.ifAny().ifPresent(person -> {
            if (assignee != null && !assignee.equals(person)) throw Refusal.notYours("只能为本人认领待办，不能指派给他人");
            if (assignee != null) requireNotConcerned(task, requireCandidate(task));
        });
    }

    /** Claimed by the one who must leave it to the others, it would wait for nobody. */
    private static void requireNotConcerned(DelegateTask task, Person person) {
        if (!TaskCard.isNotFor(person, task.getVariableLocal(TaskCard.NOT_FOR))) return;
        boolean forSupervisors = task.getCandidates().stream().anyMatch(link -> Groups.SUPERVISION_TEAM.equals(link.getGroupId()));
        throw Refusal.ofRule(forSupervisors ? "您参与过本轮的报验、审签或佐证，须由督导检查组其他成员认领和办理"
                : "本事项的责任领导是您（或您所代理的人），或者您参与过本轮办理，须由领导小组其他成员认领和办理");
    }

    private Person requireCandidate(DelegateTask task) {
        Person person = organization.person(actor.person());
        Set<IdentityLink> candidates = task.getCandidates();
        // Every step is offered to somebody; the offer goes with the step, a moment before it is missed.
        if (candidates.isEmpty()) throw Refusal.ofRule("“" + task.getName() + "”刚刚已有人办结，您的提交没有生效，请刷新待办中心");
        boolean candidate = candidates.stream().anyMatch(link -> link.getGroupId() != null ? person.isIn(link.getGroupId()) : person.userId().equals(link.getUserId()));
        if (!candidate) throw Refusal.notYours("“" + task.getName() + "”不由您办理，请核对登录账号");
        return person;
    }

    /** Whoever is a candidate by himself acts for nobody; a deputy does, be it in a group or as the one person named. */
    private void recordWhoseStepItWas(DelegateTask task, Person person) {
        Set<IdentityLink> candidates = task.getCandidates();
        if (candidates.stream().anyMatch(link -> link.getGroupId() != null && person.isIn(link.getGroupId()) && person.actingFor(link.getGroupId()).isEmpty())) return;
        candidates.stream().flatMap(link -> (link.getGroupId() != null ? person.actingFor(link.getGroupId()) : Optional.of(link.getUserId()).filter(person.standsInFor()::contains)).stream())
                .findFirst().ifPresent(absent -> deeds.done(person, absent, task.getName(), task.getExecution().getProcessBusinessKey()));
    }

    private static void requireAllowed(Set<ProcessVariable<?>> allowed) {
        Map<String, Object> submitted = Submission.current();
        Map<String, ProcessVariable<?>> byName = allowed.stream().collect(Collectors.toMap(ProcessVariable::name, Function.identity()));
        submitted.keySet().stream().filter(name -> !byName.containsKey(name)).sorted().findFirst().ifPresent(extra -> {
            throw Refusal.ofRule("提交的内容中有本环节不接受的项目“" + extra + "”，请在待办页面的表单中办理");
        });
        allowed.forEach(variable -> variable.requireFits(plain(submitted.get(variable.name()))));
    }

    private static Object plain(Object value) {
        return value instanceof TypedValue typed ? typed.getValue() : value;
    }
}
