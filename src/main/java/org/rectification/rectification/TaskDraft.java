package org.rectification.rectification;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/**
 * A task as sent, nothing checked yet; null means left out.
 *
 * @param problem               the problem's number as text
 * @param supportingDepartments codes, or {@code ALL} for every department but the lead one
 * @param supportingBodies      names of bodies outside the organisation
 * @param deadline    ISO date
 * @param reason      why it changes, where the approved plan held it
 * @param goal        整改目标; {@code measureType} 措施类型, {@code headLeader} 牵头领导: noted as people write them
 */
public record TaskDraft(String problem, String title, String kind, String phase, String leadDepartment, List<String> supportingDepartments,
                        List<String> supportingBodies, String leadLeader, String deadline, String signOffStandard, List<MeasureDraft> measures, String reason,
                        String goal, String measureType, String headLeader) {

    /** One that leaves out the outside bodies and what is noted beside the rest. */
    public TaskDraft(String problem, String title, String kind, String phase, String leadDepartment, List<String> supportingDepartments,
                     String leadLeader, String deadline, String signOffStandard, List<MeasureDraft> measures, String reason) {
        this(problem, title, kind, phase, leadDepartment, supportingDepartments, null, leadLeader, deadline, signOffStandard, measures, reason);
    }

    /** One that leaves out what is noted beside the rest. */
    public TaskDraft(String problem, String title, String kind, String phase, String leadDepartment, List<String> supportingDepartments, List<String> supportingBodies,
                     String leadLeader, String deadline, String signOffStandard, List<MeasureDraft> measures, String reason) {
        this(problem, title, kind, phase, leadDepartment, supportingDepartments, supportingBodies, leadLeader, deadline, signOffStandard, measures, reason, null, null, null);
    }

    /** What is left out stays as it was; the problem a task belongs to always does. */
    TaskDraft over(RectificationTask task, List<String> departments, List<String> bodies, List<Measure> present) {
        return new TaskDraft(String.valueOf(task.problem()), or(title, task.title()), or(kind, task.kind().name()), or(phase, task.phase().name()),
                or(leadDepartment, task.leadDepartment()), supportingDepartments != null ? supportingDepartments : departments, supportingBodies != null ? supportingBodies : bodies,
                or(leadLeader, task.leadLeader()), or(deadline, task.deadline() == null ? null : task.deadline().toString()), or(signOffStandard, task.signOffStandard()),
                measures != null ? measures : present.stream().map(m -> new MeasureDraft(m.text(), m.responsible(), m.deadline() == null ? null : m.deadline().toString())).toList(),
                reason, or(goal, task.goal()), or(measureType, task.measureType()), or(headLeader, task.headLeader()));
    }

    private static String or(String sent, String present) {
        return sent == null ? present : sent;
    }

    /** Either a plain text or an object with the person responsible and a deadline. */
    public record MeasureDraft(String text, String responsible, String deadline) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public MeasureDraft(String text) {
            this(text, null, null);
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public MeasureDraft {
        }
    }
}
