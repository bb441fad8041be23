package org.rectification.change.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.change.ChangeDraft;
import org.rectification.change.Changes;
import org.rectification.change.TaskChange;
import org.rectification.change.web.ChangeLine.PartLine;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Measure;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskStatus;
import org.rectification.refusal.web.Complaint;
import org.springframework.stereotype.Component;

/** Lays out for a person what became of a task, or may. */
@Component
public class ChangeSheets {

    private static final int MOST_TARGETS = 200;

    private final Changes changes;
    private final LedgerView ledger;
    private final Organization organization;

    ChangeSheets(Changes changes, LedgerView ledger, Organization organization) {
        this.changes = changes;
        this.ledger = ledger;
        this.organization = organization;
    }

    /** What the page shows to somebody who has not typed anything yet. */
    public ChangeSheet of(String taskNumber, Person viewer) {
        return of(taskNumber, viewer, ChangeDraft.EMPTY, Complaint.NONE);
    }

    ChangeSheet of(String taskNumber, Person viewer, ChangeDraft typed, Complaint complaint) {
        RectificationTask task = ledger.readable(taskNumber, viewer);
        List<ChangeLine> newestFirst = new ArrayList<>(lines(task));
        Collections.reverse(newestFirst);
        boolean office = viewer.isIn(Groups.RECTIFICATION_OFFICE);
        String whyNot = changes.whyNot(task).orElse(null);
        boolean offered = office && whyNot == null;
        return new ChangeSheet(task, office, whyNot, newestFirst, changes.joining(taskNumber), offered ? targets(task) : Map.of(), offered ? organization.departmentNames() : Map.of(), offered ? changes.leaders() : Map.of(),
                offered ? openMeasures(task) : null, typed, complaint);
    }

    private Map<String, String> targets(RectificationTask task) {
        Map<String, String> targets = new LinkedHashMap<>();
        ledger.openTasksBeside(task).stream().filter(other -> other.status() == TaskStatus.IN_PROGRESS).sorted(Comparator.comparing(other -> other.problem() != task.problem())).limit(MOST_TARGETS)
                .forEach(other -> targets.put(other.taskNumber(), other.title()));
        return targets;
    }

    private String openMeasures(RectificationTask task) {
        return ledger.measuresOf(List.of(task.taskNumber())).getOrDefault(task.taskNumber(), List.of()).stream().filter(measure -> measure.doneOn() == null).map(Measure::text)
                .map(text -> text.replaceAll("\\s*\\R\\s*", " ")).collect(Collectors.joining("\n"));
    }

    List<ChangeLine> lines(RectificationTask task) {
        List<TaskChange> all = changes.of(task.taskNumber());
        if (all.isEmpty()) return List.of();
        Map<String, String> people = organization.personNames();
        Map<String, String> departments = organization.departmentNames();
        return all.stream().map(change -> line(change, people, departments)).toList();
    }

    private ChangeLine line(TaskChange change, Map<String, String> people, Map<String, String> departments) {
        List<PartLine> parts = changes.partsOf(change.changeKey()).stream().map(part -> new PartLine(part.title(), part.leadDepartment(), departments.get(part.leadDepartment()),
                part.leadLeader(), people.get(part.leadLeader()), part.signOffStandard(), part.measures())).toList();
        String what = switch (change.kind()) {
            case HAND_OVER -> "移交" + departments.get(change.leadDepartment()) + "，责任领导" + people.get(change.leadLeader());
            case MERGE -> "并入" + change.target();
            case SPLIT -> "拆分为" + parts.size() + "项任务";
            case WITHDRAW -> "撤销本任务";
        };
        return new ChangeLine(change.changeKey(), change.taskNumber(), change.ordinal(), change.kind(), change.kind().label(), change.status(), change.status().label(), what, change.reason(),
                change.ground(), change.leadDepartment(), change.leadLeader(), change.target(), parts, change.requestedBy(), people.get(change.requestedBy()), change.requestedAt(),
                change.decidedBy(), people.get(change.decidedBy()), change.decidedAt(), change.opinion());
    }
}
