package org.rectification.rectification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.evidence.EvidenceStore;
import org.rectification.organization.Organization;
import org.rectification.rectification.Decisions.Objection;
import org.rectification.rectification.TaskFile.EvidenceLine;
import org.rectification.rectification.TaskFile.HistoricalLine;
import org.rectification.rectification.TaskFile.InstalmentLine;
import org.rectification.rectification.TaskFile.MeasureLine;
import org.rectification.rectification.TaskFile.ObjectionLine;
import org.rectification.rectification.TaskFile.Opinion;
import org.rectification.rectification.TaskFile.ResponsibleLine;
import org.rectification.rectification.TaskFile.RoundRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what is on file about a task. */
@Component
class TaskFiles {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Problems problems;
    private final Measures measures;
    private final SupportingParties supporting;
    private final Instalments instalments;
    private final Decisions decisions;
    private final EvidenceStore evidence;
    private final Responsibilities responsibilities;
    private final Takeover takeover;
    private final Organization organization;

    TaskFiles(JdbcClient jdbc, Cases cases, Problems problems, Measures measures, SupportingParties supporting, Instalments instalments, Decisions decisions,
              EvidenceStore evidence, Responsibilities responsibilities, Takeover takeover, Organization organization) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.problems = problems;
        this.measures = measures;
        this.supporting = supporting;
        this.instalments = instalments;
        this.decisions = decisions;
        this.evidence = evidence;
        this.responsibilities = responsibilities;
        this.takeover = takeover;
        this.organization = organization;
    }

    TaskFile of(RectificationTask task, Horizon horizon) {
        String taskNumber = task.taskNumber();
        Problem problem = problems.get(task.caseNumber(), task.problem());
        Map<String, String> people = organization.personNames();
        Map<String, String> departments = organization.departmentNames();
        Map<Integer, List<ObjectionLine>> objections = decisions.objectionsTo(taskNumber).stream().collect(Collectors.groupingBy(Objection::round,
                Collectors.mapping(each -> new ObjectionLine(each.reason(), each.objectedAt(), each.withdrawnAt()), Collectors.toList())));
        Map<Integer, List<Opinion>> byRound = opinionsByRound(decisions.of(taskNumber), people, objections);
        Map<Integer, List<Opinion>> superseded = opinionsByRound(decisions.supersededOf(taskNumber), people, objections);
        return new TaskFile(LedgerRow.of(task, horizon), task.caseNumber(), cases.get(task.caseNumber()).title(),
                task.leadDepartment() == null ? null : departments.get(task.leadDepartment()), people.get(task.leadLeader()),
                problem.aspect(), problem.title(), problem.text(), supporting.departmentsOf(taskNumber), supporting.bodiesOf(taskNumber),
                instalments.of(taskNumber).stream().map(each -> InstalmentLine.of(each, departments, people)).toList(),
                measures.findByTaskNumberOrderByOrdinal(taskNumber).stream().map(MeasureLine::of).toList(),
                task.signOffStandard(), task.goal(), task.measureType(), task.headLeader(), task.isSustained(), task.signedOffAt(),
                Stream.concat(byRound.keySet().stream(), superseded.keySet().stream()).distinct().sorted()
                        .map(round -> new RoundRecord(round, byRound.getOrDefault(round, List.of()), superseded.getOrDefault(round, List.of()))).toList(),
                evidence.of(taskNumber).stream().map(file -> EvidenceLine.of(file, people.get(file.uploadedBy()))).toList(),
                numbers("select replaced_by from ledger.task_replacement where task_number = ? order by replaced_by", taskNumber),
                numbers("select task_number from ledger.task_replacement where replaced_by = ? order by task_number", taskNumber),
                responsibilities.of(taskNumber).stream().map(past -> new ResponsibleLine(past.leadDepartment(), departments.get(past.leadDepartment()), past.leadLeader(),
                        people.get(past.leadLeader()), past.since(), past.until(), past.reason())).toList(),
                takeover.of(taskNumber).map(signOff -> historical(signOff, task.status() != TaskStatus.NOT_STARTED, people)).orElse(null));
    }

    private HistoricalLine historical(HistoricalSignOff signOff, boolean confirmed, Map<String, String> people) {
        return new HistoricalLine(signOff.signedOffOn(), signOff.decidedBy(), signOff.recordedBy(), people.get(signOff.recordedBy()), signOff.recordedAt(), confirmed,
                takeover.minutesOf(signOff.taskNumber()).stream().map(file -> EvidenceLine.of(file, people.get(file.uploadedBy()))).toList());
    }

    private List<String> numbers(String query, String taskNumber) {
        return jdbc.sql(query).param(taskNumber).query(String.class).list();
    }

    private static Map<Integer, List<Opinion>> opinionsByRound(List<Decision> decisions, Map<String, String> people, Map<Integer, List<ObjectionLine>> objections) {
        return decisions.stream().collect(Collectors.groupingBy(Decision::round, Collectors.mapping(d -> Opinion.of(d, people, objections.getOrDefault(d.round(), List.of())), Collectors.toList())));
    }
}
