package org.rectification.register;

import java.time.LocalDateTime;
import java.util.Optional;
import org.rectification.refusal.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A line of a register. It can be corrected and struck out, but never vanishes, and stays as it was once a bulletin used it. */
@Table(schema = "ledger", name = "register_entry")
public class Entry {

    @Id private Long id;
    @Version private Long version;
    private String caseNumber;
    private Register register;
    @Embedded.Nullable private EntryContent content;
    private String recordedBy;
    private LocalDateTime recordedAt;
    private String correctedBy;
    private LocalDateTime correctedAt;
    private String struckBy;
    private LocalDateTime struckAt;
    private String struckBecause;

    protected Entry() {}

    Entry(String caseNumber, Register register, EntryContent content, String by, LocalDateTime at) {
        this.caseNumber = caseNumber;
        this.register = register;
        this.content = content;
        recordedBy = by;
        recordedAt = at;
    }

    /** @return what is different now, in words */
    String corrected(EntryContent now, String by, LocalDateTime at) {
        requireStanding("更正");
        String differences = content.differencesTo(now, register);
        if (differences.isEmpty()) throw Refusal.ofRule("内容没有变化，不需要更正");
        content = now;
        correctedBy = by;
        correctedAt = at;
        return differences;
    }

    void struckOut(String because, String by, LocalDateTime at) {
        requireStanding("划去");
        struckBecause = because;
        struckBy = by;
        struckAt = at;
    }

    void requireStanding(String deed) {
        if (isStruckOut()) throw Refusal.ofRule("“" + content.name() + "”已划去，不能再" + deed);
    }

    /** @param bulletin when the last one was approved: it drew on all that had been written by then */
    boolean isUsedBy(Optional<LocalDateTime> bulletin) {
        return bulletin.filter(approved -> !recordedAt.isAfter(approved)).isPresent();
    }

    public boolean isStruckOut() { return struckAt != null; }

    /** It names the task, or, naming none, the problem that the task is for. */
    public boolean concerns(String taskNumber, int problem) {
        return content.tasks() == null ? content.problemNumbers().contains(problem) : content.taskNumbers().contains(taskNumber);
    }

    public Long id() { return id; }
    public String caseNumber() { return caseNumber; }
    public Register register() { return register; }
    public EntryContent content() { return content; }
    public String recordedBy() { return recordedBy; }
    public LocalDateTime recordedAt() { return recordedAt; }

    /** Null while it stands as it was first written. */
    public String correctedBy() { return correctedBy; }
    public LocalDateTime correctedAt() { return correctedAt; }

    /** Null while it counts. */
    public String struckBy() { return struckBy; }
    public LocalDateTime struckAt() { return struckAt; }
    public String struckBecause() { return struckBecause; }
}
