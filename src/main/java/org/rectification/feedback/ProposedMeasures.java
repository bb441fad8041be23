package org.rectification.feedback;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Measures that a feedback file tells beneath a problem, kept until somebody drafts its tasks. */
@Service
public class ProposedMeasures {

    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;

    ProposedMeasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the file; empty where it told none. */
    @Transactional(readOnly = true)
    public List<String> of(String caseNumber, int problem) {
        return jdbc.sql("select text from ledger.proposed_measure where case_number = ? and problem = ? order by ordinal").params(caseNumber, problem).query(String.class).list();
    }

    void keep(String caseNumber, int problem, List<String> measures) {
        int ordinal = 0;
        for (String measure : measures) {
            String text = measure.strip();
            if (text.isEmpty()) continue;
            jdbc.sql("insert into ledger.proposed_measure (case_number, problem, ordinal, text) values (?, ?, ?, ?)")
                    .params(caseNumber, problem, ++ordinal, text.length() <= LONGEST ? text : text.substring(0, LONGEST)).update();
        }
    }
}
