package org.rectification.supervision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;
import org.rectification.evidence.EvidenceStore.Upload;
import org.rectification.supervision.SupervisionFile.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files in evidence belong to which finding or proposal. Whether one may be added or taken back is the caller's to know. */
@Component
class SupervisionFiles {

    private static final String COLUMNS = "select evidence_id, part, turn, finding_id, proposal_number from ledger.supervision_file ";

    private final EvidenceStore evidence;
    private final JdbcClient jdbc;

    SupervisionFiles(EvidenceStore evidence, JdbcClient jdbc) {
        this.evidence = evidence;
        this.jdbc = jdbc;
    }

    private record Row(long evidenceId, Part part, int turn, Long findingId, String proposalNumber) {}

    List<EvidenceFile> fileWithFinding(long findingId, Part part, int turn, String by, List<Upload> uploads) {
        return file(part, turn, findingId, null, by, uploads);
    }

    List<EvidenceFile> fileWithProposal(String proposalNumber, Part part, int turn, String by, List<Upload> uploads) {
        return file(part, turn, null, proposalNumber, by, uploads);
    }

    private List<EvidenceFile> file(Part part, int turn, Long findingId, String proposalNumber, String by, List<Upload> uploads) {
        List<EvidenceFile> filed = evidence.fileOutsideTasks(by, uploads);
        filed.forEach(file -> jdbc.sql("insert into ledger.supervision_file (evidence_id, part, turn, finding_id, proposal_number) values (:id, :part, :turn, :finding, :proposal)")
                .param("id", file.id()).param("part", part.name()).param("turn", turn).param("finding", findingId).param("proposal", proposalNumber).update());
        return filed;
    }

    void takeBack(SupervisionFile filed) {
        jdbc.sql("delete from ledger.supervision_file where evidence_id = ?").param(filed.file().id()).update();
        evidence.takeBack(filed.file());
    }

    /** The oldest first. */
    List<SupervisionFile> ofFindings(Collection<Long> findingIds) {
        return findingIds.isEmpty() ? List.of() : withFiles(jdbc.sql(COLUMNS + "where finding_id in (:ids) order by evidence_id").param("ids", findingIds).query(Row.class).list());
    }

    /** Finding → its files; those without any are left out. */
    Map<Long, List<SupervisionFile>> byFinding(Collection<Long> findingIds) {
        return ofFindings(findingIds).stream().collect(Collectors.groupingBy(SupervisionFile::findingId));
    }

    List<SupervisionFile> ofProposals(Collection<String> proposalNumbers) {
        return proposalNumbers.isEmpty() ? List.of() : withFiles(jdbc.sql(COLUMNS + "where proposal_number in (:numbers) order by evidence_id").param("numbers", proposalNumbers).query(Row.class).list());
    }

    private List<SupervisionFile> withFiles(List<Row> rows) {
        Map<Long, EvidenceFile> files = evidence.all(rows.stream().map(Row::evidenceId).toList()).stream().collect(Collectors.toMap(EvidenceFile::id, Function.identity()));
        return rows.stream().map(row -> new SupervisionFile(files.get(row.evidenceId()), row.part(), row.turn(), row.findingId(), row.proposalNumber())).toList();
    }
}
