package org.rectification.board.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rectification.board.SentBack;
import org.rectification.bulletin.BulletinTodos;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.Horizon;
import org.rectification.rectification.LedgerRow;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.PaperSignOff;
import org.rectification.rectification.PaperSignOffs;
import org.rectification.reporting.Reporting;
import org.rectification.reporting.Reporting.Owed;
import org.rectification.todo.Todos;
import org.rectification.todo.Todos.Todo;
import org.springframework.stereotype.Component;

/** What waits for a person, in one list: first what came back, then whatever is due next. */
@Component
class HomeLines {

    /** Whoever has more to do works through his piles in 待办中心. */
    private static final int MOST = 100;
    /** Keys of reports, checks and escalations; whatever is about these names it in its subject. */
    private static final Pattern SPELLED_FOR_MACHINES = Pattern.compile(":|^LS-\\d+$");
    /** Of a step around a task: instalments, extensions, blocks, changes. */
    private static final Pattern AROUND_A_TASK = Pattern.compile("([A-Z0-9-]+-\\d{2,}-\\d{2,}):[^:]+");

    private final Todos todos;
    private final Reporting reporting;
    private final LedgerView ledger;
    private final Organization organization;
    private final SentBack sentBack;
    private final BulletinTodos bulletins;
    private final PaperSignOffs papers;

    HomeLines(Todos todos, Reporting reporting, LedgerView ledger, Organization organization, SentBack sentBack, BulletinTodos bulletins, PaperSignOffs papers) {
        this.todos = todos;
        this.reporting = reporting;
        this.ledger = ledger;
        this.organization = organization;
        this.sentBack = sentBack;
        this.bulletins = bulletins;
        this.papers = papers;
    }

    /** @param more how many wait for him besides */
    record Waiting(List<HomeLine> lines, long more) {}

    /** @param tasks open tasks that concern him, for the lights of those he has to do */
    Waiting of(Person person, List<LedgerRow> tasks) {
        Horizon horizon = ledger.horizon();
        Map<String, LedgerRow> rows = tasks.stream().collect(Collectors.toMap(LedgerRow::taskNumber, Function.identity()));
        List<Todo> waiting = todos.of(person, MOST);
        List<Owed> owed = reporting.owedBy(person);
        Map<String, Todo> reports = todos.on(owed.stream().map(Owed::reportKey).toList(), person);
        Map<String, String> reasons = sentBack.reasons(waiting.stream().filter(Todo::returned).map(Todo::key).filter(rows::containsKey).toList());

        List<HomeLine> lines = new ArrayList<>();
        Map<String, String> departments = organization.departmentNames();
        owed.forEach(report -> lines.add(report(report, reports.get(report.reportKey()), departments, horizon)));
        waiting.stream().filter(todo -> !reports.containsValue(todo)).forEach(todo -> lines.add(todo(todo, rows.get(todo.key()), reasons.get(todo.key()), horizon)));
        bulletins.of(person).forEach(awaited -> lines.add(new HomeLine("审定通报", awaited.bulletin().name(), awaited.link(), awaited.bulletin().caseNumber(), false, null, null,
                horizon.daysLeft(awaited.dueOn()), null, "去审定", awaited.link())));
        lines.sort(Comparator.comparing(HomeLine::returned).reversed().thenComparing(HomeLine::daysLeft, Comparator.nullsLast(Comparator.naturalOrder())));
        lines.addAll(0, papers.contestedFor(person).stream().map(this::contested).toList());
        return new Waiting(lines, waiting.size() < MOST ? 0 : Math.max(0, todos.countOf(person) - MOST - reports.values().stream().filter(report -> !waiting.contains(report)).count()));
    }

    private HomeLine contested(PaperSignOff paper) {
        String task = "/tasks/" + paper.taskNumber();
        return new HomeLine("核实代录", paper.title(), task, paper.taskNumber(), false, organization.personNames().get(paper.leader()) + "对" + paper.secretaryName() + "的代录提出异议，撤回异议或任务重新整改之前，案件不能办结。异议："
                + paper.objection(), null, null, null, "查看", task);
    }

    private static HomeLine report(Owed report, Todo todo, Map<String, String> departments, Horizon horizon) {
        String sheet = "/cases/" + report.caseNumber() + "/reports/" + report.period() + "/" + report.department();
        return new HomeLine("填报半月进展", report.periodName() + " " + report.caseNumber() + " " + departments.get(report.department()), sheet, null, report.opinion() != null,
                report.opinion() == null ? null : "整改办退回：" + report.opinion(), null, horizon.daysLeft(report.dueOn()), null,
                todo == null ? "查看" : "去填报", todo == null ? sheet : todo.link());
    }

    private static HomeLine todo(Todo todo, LedgerRow row, String why, Horizon horizon) {
        return new HomeLine(todo.step(), row == null ? todo.subject() : row.title(), row == null ? null : "/tasks/" + row.taskNumber(), numberIn(todo.key()), todo.returned(), why, row,
                horizon.daysLeft(todo.dueOn()), horizon.putOffTo(todo.dueOn()), "去办理", todo.link());
    }

    private static String numberIn(String key) {
        if (key == null) return null;
        Matcher ofTask = AROUND_A_TASK.matcher(key);
        if (ofTask.matches()) return ofTask.group(1);
        return SPELLED_FOR_MACHINES.matcher(key).find() ? null : key;
    }
}
