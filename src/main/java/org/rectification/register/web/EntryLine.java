package org.rectification.register.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.rectification.evidence.EvidenceFile;
import org.rectification.register.EntryKind;
import org.rectification.register.Register;
import org.rectification.register.Registers.Minutes;

/**
 * An entry as people read it; fields that its register does not have are left out, as are those nobody filled in.
 *
 * @param date           of the rule, the decision, the meeting; of a figure the day as of which it holds
 * @param documentNumber of a rule
 * @param struckBecause  null while the entry counts
 * @param changeable     whether the reader may correct it or strike it out now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryLine(long id, Register register, EntryKind kind, String kindName, String title, String documentNumber, LocalDate date, Integer people, Integer times,
                        String decisionNumber, BigDecimal figure, String unit, String source, String chair, String attendees, String decisions, String department, String departmentName,
                        List<Integer> problems, List<TaskLink> tasks, List<MinutesLine> minutes, String recordedBy, String recordedByName, LocalDateTime recordedAt, String correctedByName,
                        LocalDateTime correctedAt, String struckByName, LocalDateTime struckAt, String struckBecause, boolean changeable) {

    /** @param readable whether the reader may open the task's page */
    public record TaskLink(String taskNumber, boolean readable) {}

    /** A scan of the minutes. {@code size} in bytes; {@code voidBecause} is left out while it counts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MinutesLine(long id, String fileName, long size, String sha256, String href, String voidBecause) {

        static MinutesLine of(Minutes minutes, String caseNumber, long entry) {
            EvidenceFile file = minutes.file();
            return new MinutesLine(file.id(), file.fileName(), file.size(), file.sha256(), "/api/cases/" + caseNumber + "/registers/meetings/" + entry + "/files/" + file.id(), minutes.voidBecause());
        }
    }

    /** Scans that count. */
    public List<MinutesLine> standingMinutes() {
        return minutes == null ? List.of() : minutes.stream().filter(each -> each.voidBecause() == null).toList();
    }

    public boolean struckOut() {
        return struckAt != null;
    }
}
