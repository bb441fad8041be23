package org.rectification.rectification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.rectification.evidence.EvidenceFile;

/**
 * Everything a person needs to decide on a task. Rounds, evidence and who was responsible before, oldest first.
 *
 * @param historicalSignOff null where the task was never signed off before a takeover
 * @param replacedBy numbers under which a withdrawn task goes on; {@code replaces} those that go on under this one
 */
public record TaskFile(@JsonUnwrapped LedgerRow row, String caseNumber, String caseTitle, String leadDepartmentName, String leadLeaderName,
                       String aspect, String problemTitle, String problemText, List<String> supportingDepartments, List<String> supportingBodies,
                       List<InstalmentLine> instalments, List<MeasureLine> measures,
                       String signOffStandard, String goal, String measureType, String headLeader, boolean sustained, LocalDateTime signedOffAt, List<RoundRecord> rounds, List<EvidenceLine> evidence,
                       List<String> replacedBy, List<String> replaces, List<ResponsibleLine> responsibleBefore, HistoricalLine historicalSignOff) {

    /** @param confirmed by the launch */
    public record HistoricalLine(LocalDate signedOffOn, String decidedBy, String recordedBy, String recordedByName, LocalDateTime recordedAt, boolean confirmed, List<EvidenceLine> minutes) {}

    /**
     * 配合落实情况.
     *
     * @param outside     a body without accounts, whose {@code party} is its name
     * @param confirmedBy null, as are {@code text} and {@code confirmedAt}, while it is awaited
     */
    public record InstalmentLine(String party, String name, boolean outside, String text, String confirmedBy, String confirmedByName, LocalDateTime confirmedAt) {

        static InstalmentLine of(Instalment instalment, Map<String, String> departments, Map<String, String> people) {
            return new InstalmentLine(instalment.party(), instalment.outside() ? instalment.party() : departments.get(instalment.party()), instalment.outside(),
                    instalment.text(), instalment.confirmedBy(), people.get(instalment.confirmedBy()), instalment.confirmedAt());
        }
    }

    public record MeasureLine(int ordinal, String text, String responsible, LocalDate deadline, LocalDate doneOn) {

        static MeasureLine of(Measure measure) {
            return new MeasureLine(measure.ordinal(), measure.text(), measure.responsible(), measure.deadline(), measure.doneOn());
        }

        public boolean isLate(LocalDate today) {
            return doneOn == null && deadline != null && deadline.isBefore(today);
        }
    }

    /** @param superseded signed by a department before it handed the task over; it counts for nothing */
    public record RoundRecord(int round, List<Opinion> decisions, List<Opinion> superseded) {}

    /**
     * @param personName 王五（代张三） where he decided in somebody's place, 陈国栋（周敏代录，附件） where on paper
     * @param meeting    as in {@link Footing}, and so are {@code recordedBy} and {@code scan}
     * @param objections of the leader to what was recorded for him, the first one first
     */
    public record Opinion(Role role, String roleName, String person, String personName, boolean approved, String opinion, LocalDateTime decidedAt, String meeting, String recordedBy, Long scan,
                          List<ObjectionLine> objections) {

        static Opinion of(Decision decision, Map<String, String> people, List<ObjectionLine> objections) {
            return new Opinion(decision.role(), decision.role().label(), decision.person(), nameOf(decision, people), decision.approved(), decision.opinion(), decision.decidedAt(), decision.meeting(),
                    decision.recordedBy(), decision.scan(), decision.recordedBy() == null ? List.of() : objections);
        }

        private static String nameOf(Decision decision, Map<String, String> people) {
            String name = people.get(decision.person());
            if (decision.recordedBy() != null) return name + "（" + people.get(decision.recordedBy()) + "代录，附件）";
            return decision.actingFor() == null ? name : name + "（代" + people.get(decision.actingFor()) + "）";
        }
    }

    /** @param withdrawnAt null while it stands */
    public record ObjectionLine(String reason, LocalDateTime objectedAt, LocalDateTime withdrawnAt) {

        /** In one sentence. */
        public String text() {
            return "本人" + objectedAt.toLocalDate() + "对代录提出异议：" + reason + (withdrawnAt == null ? "" : "（" + withdrawnAt.toLocalDate() + "撤回）");
        }
    }

    /** @param since null for those it was issued to */
    public record ResponsibleLine(String leadDepartment, String leadDepartmentName, String leadLeader, String leadLeaderName, LocalDateTime since, LocalDateTime until, String reason) {}

    public record EvidenceLine(long id, int round, String fileName, long size, String contentType, boolean inline, String sha256, String uploadedBy,
                               String uploadedByName, LocalDateTime uploadedAt, Integer measure) {

        public static EvidenceLine of(EvidenceFile file, String uploaderName) {
            return new EvidenceLine(file.id(), file.round(), file.fileName(), file.size(), file.kind().contentType(), file.kind().isShownInline(),
                    file.sha256(), file.uploadedBy(), uploaderName, file.uploadedAt(), file.measure());
        }
    }
}
