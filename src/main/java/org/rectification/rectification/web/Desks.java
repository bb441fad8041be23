package org.rectification.rectification.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseFigures;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.Completion;
import org.rectification.rectification.Gates;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.LedgerView.DraftedTask;
import org.rectification.rectification.Problem;
import org.springframework.stereotype.Component;

/** Lays out a case for a person, as the page and its single rows alike show it. */
@Component
class Desks {

    /** Above this the tasks beneath a problem come when asked for. */
    private static final int MOST_TASKS_AT_ONCE = 300;

    private final LedgerView ledger;
    private final Gates gates;
    private final Organization organization;
    private final Clock clock;

    Desks(LedgerView ledger, Gates gates, Organization organization, Clock clock) {
        this.ledger = ledger;
        this.gates = gates;
        this.organization = organization;
        this.clock = clock;
    }

    /** Problems of one 方面. {@code first} is the number of the first of them, which names the group on the page. */
    public record Aspect(String name, int first, List<Block> blocks) {}

    /**
     * A problem with what stands beneath it.
     *
     * @param tasks    null where they come when asked for
     * @param progress null without tasks
     */
    public record Block(Problem problem, List<DraftedTask> tasks, Completion progress) {}

    Desk of(String caseNumber, Person viewer) {
        CaseFigures figures = ledger.figures(caseNumber);
        boolean editable = viewer.isIn(Groups.RECTIFICATION_OFFICE) && figures.stage().allowsDrafting();
        boolean planning = figures.stage() == CaseStage.DRAFTING_PLAN && editable;
        return new Desk(figures, viewer, editable, LocalDate.now(clock), organization.departmentNames(), organization.personNames(),
                editable ? organization.leaders() : List.of(),
                editable ? gates.missing(caseNumber) : List.of(), planning ? gates.missingForLaunch(caseNumber) : List.of());
    }

    List<Aspect> aspects(Desk desk) {
        String caseNumber = desk.caseNumber();
        boolean atOnce = desk.figures().tasks() <= MOST_TASKS_AT_ONCE && !desk.figures().stage().isLaunched();
        Map<Integer, List<DraftedTask>> tasks = atOnce ? ledger.draftedTasks(caseNumber, desk.viewer()).stream().collect(Collectors.groupingBy(drafted -> drafted.task().problem())) : Map.of();
        Map<Integer, Completion> progress = ledger.progress(caseNumber);
        Map<String, List<Problem>> byAspect = ledger.problems(caseNumber).stream().collect(Collectors.groupingBy(Problem::aspect, LinkedHashMap::new, Collectors.toList()));
        return byAspect.entrySet().stream().map(aspect -> new Aspect(aspect.getKey(), aspect.getValue().get(0).number(), aspect.getValue().stream()
                .map(problem -> new Block(problem, atOnce ? tasks.getOrDefault(problem.number(), List.of()) : null, progress.get(problem.number()))).toList())).toList();
    }

    Block block(Desk desk, int problem) {
        return new Block(ledger.problem(desk.caseNumber(), problem), ledger.draftedTasks(desk.caseNumber(), problem, desk.viewer()),
                ledger.progress(desk.caseNumber()).get(problem));
    }
}
