package org.rectification.deadlines.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.rectification.deadlines.EscalationLevel;
import org.rectification.deadlines.Recipient;
import org.rectification.deadlines.Rung;
import org.rectification.deadlines.Situation;
import org.springframework.stereotype.Component;

/** bpmn/escalation-level.dmn, in the version that was deployed last. */
@Component
class EngineEscalationLevel implements EscalationLevel {

    static final String KEY = "escalation-level";

    /** A version of the table decides alike for ever, and ten thousand tasks are in a few hundred situations. */
    private final Map<String, Map<Situation, Optional<Rung>>> decidedBy = new ConcurrentHashMap<>();
    private final DecisionService decisions;
    private final RepositoryService repository;

    EngineEscalationLevel(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public Table inForce() {
        DecisionDefinition table = repository.createDecisionDefinitionQuery().decisionDefinitionKey(KEY).latestVersion().singleResult();
        Map<Situation, Optional<Rung>> decided = decidedBy.computeIfAbsent(table.getId(), id -> new ConcurrentHashMap<>());
        return situation -> decided.computeIfAbsent(situation, asked -> rung(table, asked));
    }

    private Optional<Rung> rung(DecisionDefinition table, Situation situation) {
        VariableMap facts = Variables.putValue("kind", situation.kind()).putValue("workingDaysLeft", situation.daysLeft())
                .putValue("missedReports", situation.missedReports()).putValue("round", situation.round())
                .putValue("rebounds", situation.rebounds());
        DmnDecisionRuleResult found = decisions.evaluateDecisionTableById(table.getId(), facts).getSingleResult();
        return Optional.ofNullable(found).map(row -> new Rung(((Number) row.getEntry("rung")).intValue(), row.getEntry("level"), recipients(row.getEntry("recipients")),
                row.getEntry("confirmedBy"), row.getEntry("letter"), table.getVersion()));
    }

    private static Set<Recipient> recipients(String written) {
        return Stream.of(written.split("、")).map(String::strip).map(Recipient::of).collect(Collectors.toSet());
    }
}
