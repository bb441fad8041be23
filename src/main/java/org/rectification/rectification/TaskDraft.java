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
