package org.rectification.rectification;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Opinions on a plan or a bulletin, written once. */
@Repository
public class CaseOpinions {

    private final JdbcClient jdbc;

    CaseOpinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public enum Step {
        PLAN_REVIEW("联审整改方案"), PLAN_APPROVAL("审定整改方案"), BULLETIN_APPROVAL("审定通报");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param version  the plan's version it was given on
     * @param approved null for a review, which gives an opinion only
     * @param grade    good, fair, poor or null
     */
    public record CaseOpinion(String caseNumber, Step step, int version, String groupId, String person, Boolean approved, String opinion, String grade, LocalDateTime givenAt) {}

    void write(CaseOpinion opinion) {
        jdbc.sql("""
                insert into ledger.case_opinion (case_number, step, version, group_id, person, approved, opinion, grade, given_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(opinion.caseNumber(), opinion.step().name(), opinion.version(), opinion.groupId(), opinion.person(),
                        opinion.approved(), opinion.opinion(), opinion.grade(), opinion.givenAt())
                .update();
    }

    long reviewsOf(String caseNumber, int version) {
        return jdbc.sql("select count(*) from ledger.case_opinion where case_number = ? and step = 'PLAN_REVIEW' and version = ?")
                .params(caseNumber, version).query(Long.class).single();
    }

    /** When the case's last approved bulletin was, empty while there is none. */
    public Optional<LocalDateTime> bulletinApprovedAt(String caseNumber) {
        return jdbc.sql("select max(given_at) from ledger.case_opinion where case_number = ? and step = 'BULLETIN_APPROVAL' and approved").param(caseNumber)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class))).single();
    }

    /** Oldest first. */
    public List<CaseOpinion> of(String caseNumber) {
        return jdbc.sql("""
                select case_number, step, version, group_id, person, approved, opinion, grade, given_at
                from ledger.case_opinion where case_number = ? order by id""").param(caseNumber).query(CaseOpinion.class).list();
    }
}
