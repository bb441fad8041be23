package org.rectification.rectification.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rectification.rectification.LedgerView.DraftedTask;
import org.rectification.rectification.TaskDraft;
import org.rectification.rectification.TaskDraft.MeasureDraft;
import org.rectification.refusal.web.Complaint;
import org.springframework.util.MultiValueMap;

/**
 * A task as it stands in its form.
 *
 * @param taskNumber null for one that is being added
 * @param inPlan     the approved plan holds it, so that a change takes a reason
 */
public record TaskForm(int problem, String taskNumber, TaskDraft draft, boolean inPlan, Complaint complaint) {

    private static final MeasureDraft BLANK = new MeasureDraft(null, null, null);

    /** Starts from what tasks beneath one problem share, who leads and until when, and from what was proposed for the problem. */
    static TaskForm empty(int problem, String leadLeader, String deadline, List<String> measures) {
        return new TaskForm(problem, null, new TaskDraft(null, null, "TIME_LIMITED", "EXECUTION", null, List.of(), leadLeader, deadline, null, measures.stream().map(MeasureDraft::new).toList(), null), false, Complaint.NONE);
    }

    static TaskForm of(DraftedTask drafted) {
        var task = drafted.task();
        return new TaskForm(task.problem(), task.taskNumber(), new TaskDraft(null, task.title(), task.kind().name(), task.phase().name(), task.leadDepartment(),
                drafted.supportingDepartments(), drafted.supportingBodies(), task.leadLeader(), task.deadline() == null ? null : task.deadline().toString(), task.signOffStandard(),
                drafted.measures().stream().map(m -> new MeasureDraft(m.text(), m.responsible(), m.deadline() == null ? null : m.deadline().toString())).toList(), null,
                task.goal(), task.measureType(), task.headLeader()),
                task.isInPlan(), Complaint.NONE);
    }

    /** What was typed. Rows of measures that were left empty are none. */
    static TaskDraft typed(MultiValueMap<String, String> sent, Integer problem) {
        return new TaskDraft(problem == null ? null : problem.toString(), sent.getFirst("title"), sent.getFirst("kind"), sent.getFirst("phase"), sent.getFirst("leadDepartment"),
                sent.getOrDefault("supportingDepartments", List.of()), bodies(sent.getFirst("supportingBodies")), sent.getFirst("leadLeader"), sent.getFirst("deadline"), sent.getFirst("signOffStandard"),
                measures(sent), sent.getFirst("reason"), sent.getFirst("goal"), sent.getFirst("measureType"), sent.getFirst("headLeader"));
    }

    /** One line of names, however they are parted. */
    private static List<String> bodies(String typed) {
        return typed == null ? List.of() : Arrays.stream(typed.split("[、，,；;\\n]")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static List<MeasureDraft> measures(MultiValueMap<String, String> sent) {
        List<MeasureDraft> measures = new ArrayList<>();
        for (int row = 0; row < sent.getOrDefault("measureText", List.of()).size(); row++) {
            MeasureDraft measure = new MeasureDraft(cell(sent, "measureText", row), cell(sent, "measureResponsible", row), cell(sent, "measureDeadline", row));
            if (!(measure.text() + measure.responsible() + measure.deadline()).isBlank()) measures.add(measure);
        }
        return measures;
    }

    private static String cell(MultiValueMap<String, String> sent, String name, int row) {
        List<String> column = sent.getOrDefault(name, List.of());
        return row < column.size() ? column.get(row) : "";
    }

    public String bodiesTyped() {
        return draft.supportingBodies() == null ? "" : String.join("、", draft.supportingBodies());
    }

    /** The measures, and room for one more where there is none. */
    public List<MeasureDraft> measureRows() {
        return draft.measures().isEmpty() ? List.of(BLANK) : draft.measures();
    }
}
