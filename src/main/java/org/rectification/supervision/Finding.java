package org.rectification.supervision;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One thing that a check found, and what its department did about it. Saved as typed, so its text may still be empty. */
@Table(schema = "ledger", name = "finding")
public class Finding {

    @Id private Long id;
    @Version private Long version;
    private String checkKey;
    private String text;
    private String taskNumber;
    private String recordedBy;
    private String correction;
    private String correctedBy;
    private String draft;

    protected Finding() {}

    Finding(String checkKey, String text, String taskNumber, String draft, String by) {
        this.checkKey = checkKey;
        this.draft = draft;
        recorded(text, taskNumber, by);
    }

    void recorded(String text, String taskNumber, String by) {
        this.text = text == null ? "" : text;
        this.taskNumber = taskNumber;
        this.recordedBy = by;
    }

    void corrected(String correction, String by) {
        this.correction = correction;
        this.correctedBy = by;
    }

    public Long id() { return id; }
    public String checkKey() { return checkKey; }
    public String text() { return text; }

    /** The rectification task it is about, null for none. */
    public String taskNumber() { return taskNumber; }
    public String recordedBy() { return recordedBy; }
    public String correction() { return correction; }
    public String correctedBy() { return correctedBy; }

    /** What the form that sent it calls it, null where it gave no name. */
    public String draft() { return draft; }
}
