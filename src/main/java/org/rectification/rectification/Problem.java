package org.rectification.rectification;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A problem that the inspection body found. Its number, from 1, is what people use. */
@Table(schema = "ledger", name = "problem")
public class Problem {

    @Id private Long id;
    @Version private Long version;
    private String caseNumber;
    private int number;
    private String aspect;
    private String title;
    private String text;
    private Origin origin;
    private String progress;
    private boolean inPlan;

    protected Problem() {}

    Problem(String caseNumber, int number, ProblemEntry entry) {
        this.caseNumber = caseNumber;
        this.number = number;
        reword(entry);
    }

    void reword(ProblemEntry entry) {
        aspect = entry.aspect();
        title = entry.title();
        text = entry.text();
        origin = entry.origin();
        progress = entry.progress();
    }

    boolean sameAs(ProblemEntry entry) {
        return aspect.equals(entry.aspect()) && title.equals(entry.title());
    }

    Long version() { return version; }
    public Long id() { return id; }
    public String caseNumber() { return caseNumber; }
    public int number() { return number; }
    public String aspect() { return aspect; }
    public String title() { return title; }
    public String text() { return text; }
    public Origin origin() { return origin; }
    public String progress() { return progress; }

    /** Whether the approved plan held it; changing it then takes a reason. */
    public boolean isInPlan() { return inPlan; }
}
