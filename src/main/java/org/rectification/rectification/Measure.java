package org.rectification.rectification;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A step of a task: what exactly will be done, by whom, until when. */
@Table(schema = "ledger", name = "measure")
public class Measure {

    @Id private Long id;
    private String caseNumber;
    private String taskNumber;
    private int ordinal;
    private String text;
    private String responsible;
    private LocalDate deadline;
    private LocalDate doneOn;

    protected Measure() {}

    Measure(String caseNumber, String taskNumber, int ordinal, TaskEntry.MeasureEntry entry) {
        this.caseNumber = caseNumber;
        this.taskNumber = taskNumber;
        this.ordinal = ordinal;
        this.text = entry.text();
        this.responsible = entry.responsible();
        this.deadline = entry.deadline();
    }

    /** The same still to be done, under another number of the case. */
    Measure takenOverBy(String task, int place) {
        return new Measure(caseNumber, task, place, new TaskEntry.MeasureEntry(text, responsible, deadline));
    }

    public String taskNumber() { return taskNumber; }
    public int ordinal() { return ordinal; }
    public String text() { return text; }
    public String responsible() { return responsible; }
    public LocalDate deadline() { return deadline; }
    public LocalDate doneOn() { return doneOn; }
}
