package org.rectification.board.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.decision.DecisionSteps;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.Horizon;
import org.rectification.rectification.LedgerRow;
import org.rectification.rectification.LedgerView;
import org.rectification.reporting.Reporting;
import org.rectification.reporting.Reporting.Owed;
import org.rectification.reporting.StalledTasks;
import org.rectification.todo.Todos;
import org.rectification.todo.Todos.Todo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 工作台: what waits for me, and how the rectifications stand. */
@Controller
class BoardController {

    private static final int MOST_TODOS = 200;
    private static final int SHOWN_TODOS = 10;
    private static final int MOST_TASKS = 100;

    private final LedgerView ledger;
    private final Todos todos;
    private final DecisionSteps decisions;
    private final Reporting reporting;
    private final StalledTasks stalled;
    private final Organization organization;

    BoardController(LedgerView ledger, Todos todos, DecisionSteps decisions, Reporting reporting, StalledTasks stalled, Organization organization) {
        this.ledger = ledger;
        this.todos = todos;
        this.decisions = decisions;
        this.reporting = reporting;
        this.stalled = stalled;
        this.organization = organization;
    }

    /** @param todoId what the viewer can do about it now, null where it is others' turn */
    record TaskLine(LedgerRow row, String part, String todoId) {}

    /** @param number of the case or task, null where the subject names it already: keys of reports are spelled for machines */
    record TodoLine(Todo todo, String number, Integer daysLeft) {}

    /** @param todoId null where a colleague is already filling it in */
    record OwedLine(Owed report, Integer daysLeft, String todoId) {}

    @GetMapping("/")
    String board(@RequestParam(required = false) String page, Person viewer, Model model) {
        Horizon horizon = ledger.horizon();
        List<Todo> waiting = todos.of(viewer, MOST_TODOS);
        List<LedgerRow> tasks = ledger.openTasksConcerning(viewer, MOST_TASKS);
        List<Owed> owed = reporting.owedBy(viewer);
        Map<String, String> todoOf = waiting.stream().filter(todo -> todo.key() != null).collect(Collectors.toMap(Todo::key, Todo::id, (one, other) -> one));
        Set<String> listed = Stream.concat(tasks.stream().map(LedgerRow::taskNumber), owed.stream().map(Owed::reportKey)).collect(Collectors.toSet());
        List<Todo> others = waiting.stream().filter(todo -> !listed.contains(todo.key())).limit(SHOWN_TODOS).toList();

        model.addAttribute("today", horizon.today());
        model.addAttribute("viewer", viewer);
        model.addAttribute("office", viewer.isIn(Groups.RECTIFICATION_OFFICE));
        model.addAttribute("standsInFor", viewer.standsInFor().isEmpty() ? List.of() : viewer.standsInFor().stream().sorted().map(organization.personNames()::get).toList());
        model.addAttribute("departments", organization.departmentNames());
        model.addAttribute("tasks", tasks.stream().map(row -> new TaskLine(row, part(row, viewer), todoOf.get(row.taskNumber()))).toList());
        model.addAttribute("mostTasks", MOST_TASKS);
        model.addAttribute("todos", others.stream().map(todo -> new TodoLine(todo, todo.key() == null || todo.key().contains(":") ? null : todo.key(), horizon.daysLeft(todo.dueOn()))).toList());
        model.addAttribute("decidable", viewer.decidesOnTasks() ? decisions.countFor(viewer) : 0);
        model.addAttribute("moreTodos", Math.max(0, todos.countOf(viewer) - others.size() - listed.stream().filter(todoOf::containsKey).count()));
        model.addAttribute("owed", owed.stream().map(report -> new OwedLine(report, horizon.daysLeft(report.dueOn()), todoOf.get(report.reportKey()))).toList());
        model.addAttribute("stalled", stalled.ledBy(viewer, MOST_TASKS));
        model.addAttribute("cases", ledger.cases(page, "20", null));
        return "board";
    }

    private static String part(LedgerRow row, Person viewer) {
        if (viewer.departments().contains(row.leadDepartment())) return "承办";
        if (viewer.userId().equals(row.leadLeader())) return "责任领导";
        return viewer.answersFor(row.leadLeader()) ? "代责任领导" : "配合";
    }
}
