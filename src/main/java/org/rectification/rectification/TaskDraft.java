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
 */
public record TaskDraft(String problem, String title, String kind, String phase, String leadDepartment, List<String> supportingDepartments,
                        List<String> supportingBodies, String leadLeader, String deadline, String signOffStandard, List<MeasureDraft> measures, String reason) {

    /** One that leaves out the outside bodies. */
    public TaskDraft(String problem, String title, String kind, String phase, String leadDepartment, List<String> supportingDepartments,
                     String leadLeader, String deadline, String signOffStandard, List<MeasureDraft> measures, String reason) {
        this(problem, title, kind, phase, leadDepartment, supportingDepartments, null, leadLeader, deadline, signOffStandard, measures, reason);
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
