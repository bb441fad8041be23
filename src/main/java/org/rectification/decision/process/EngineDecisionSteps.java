package org.rectification.decision.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.rectification.decision.Choice;
import org.rectification.decision.DecisionSteps;
import org.rectification.decision.Ruling;
import org.rectification.decision.Step;
import org.rectification.engine.ProcessVariable;
import org.rectification.organization.Person;
import org.rectification.rectification.Footing;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.rectification.process.RectificationTaskProcess;
import org.rectification.refusal.Refusal;
import org.rectification.todo.Todos;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineDecisionSteps implements DecisionSteps {

    private static final Map<Step, String> ELEMENTS = Map.of(Step.ENDORSE, RectificationTaskProcess.ENDORSE, Step.CHECK, RectificationTaskProcess.CHECK, Step.SIGN_OFF, RectificationTaskProcess.SIGN_OFF);
    private static final Map<String, Step> STEPS = ELEMENTS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final Map<Step, ProcessVariable<Boolean>> DECISIONS = Map.of(Step.ENDORSE, RectificationTaskProcess.ENDORSED, Step.CHECK, RectificationTaskProcess.CHECK_PASSED,
            Step.SIGN_OFF, RectificationTaskProcess.SIGN_OFF_APPROVED);

    private final Todos todos;
    private final TaskLifecycle lifecycle;
    private final FormService forms;
    private final IdentityService identity;

    EngineDecisionSteps(Todos todos, TaskLifecycle lifecycle, FormService forms, IdentityService identity) {
        this.todos = todos;
        this.lifecycle = lifecycle;
        this.forms = forms;
        this.identity = identity;
    }

    @Override
    public List<Waiting> waitingFor(Person person, int most) {
        return todos.at(STEPS.keySet(), person, most).stream().map(todo -> new Waiting(STEPS.get(todo.element()), todo.key(), todo.dueOn())).toList();
    }

    @Override
    public long countFor(Person person) {
        return todos.countAt(STEPS.keySet(), person);
    }

    @Override
    @Transactional
    public void decide(Step step, Ruling ruling, Footing footing, Person by) {
        String task = todos.at(ELEMENTS.get(step), ruling.taskNumber(), by)
                .orElseThrow(() -> Refusal.notYours("“" + step.label() + "”已经办结、已被同事认领或不由您办理，请刷新后再看")).id();
        int round = lifecycle.round(ruling.taskNumber());
        if (round != ruling.round()) throw Refusal.ofRule("现在已是第" + round + "次报验，请刷新，看过新的材料再办");
        as(by, () -> forms.submitTaskForm(task, submitted(step, ruling)));
        lifecycle.restsOn(footing, ruling.taskNumber(), round, by.userId());
    }

    private static Map<String, Object> submitted(Step step, Ruling ruling) {
        Map<String, Object> submitted = new HashMap<>();
        submitted.put(DECISIONS.get(step).name(), ruling.choice().isYes());
        if (ruling.opinion() != null) submitted.put(RectificationTaskProcess.OPINION.name(), ruling.opinion());
        if (ruling.choice() == Choice.SUSTAIN) submitted.put(RectificationTaskProcess.SUSTAINED.name(), true);
        return submitted;
    }

    /** Our own pages come to the engine without an actor; its walls judge this one. */
    private void as(Person person, Runnable deed) {
        identity.setAuthentication(person.userId(), List.copyOf(person.groups()));
        try {
            deed.run();
        } finally {
            identity.clearAuthentication();
        }
    }
}
