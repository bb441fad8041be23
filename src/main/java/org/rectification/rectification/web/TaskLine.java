package org.rectification.rectification.web;

import java.time.LocalDate;
import java.util.List;
import org.rectification.rectification.LedgerView.DraftedTask;
import org.rectification.rectification.Phase;
import org.rectification.rectification.TaskKind;
import org.rectification.rectification.TaskStatus;

record TaskLine(String taskNumber, int problem, String title, TaskKind kind, Phase phase, String leadDepartment, List<String> supportingDepartments,
                List<String> supportingBodies, String leadLeader, LocalDate deadline, String signOffStandard, String goal,
                String measureType, String headLeader, TaskStatus status, List<MeasureLine> measures) {

    record MeasureLine(String text, String responsible, LocalDate deadline) {}

    static TaskLine of(DraftedTask drafted) {
        var task = drafted.task();
        return new TaskLine(task.taskNumber(), task.problem(), task.title(), task.kind(), task.phase(), task.leadDepartment(), drafted.supportingDepartments(), drafted.supportingBodies(),
                task.leadLeader(), task.deadline(), task.signOffStandard(), task.goal(), task.measureType(), task.headLeader(), task.status(),
                drafted.measures().stream().map(m -> new MeasureLine(m.text(), m.responsible(), m.deadline())).toList());
    }
}
