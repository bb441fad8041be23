package org.rectification.register;

import java.util.List;

/**
 * An entry as somebody types it; which fields count depends on the register.
 *
 * @param kind       name of an {@link EntryKind}
 * @param title      what a rule is called, or what a figure measures
 * @param date       ISO: of the rule, the decision, the meeting; of a figure the day as of which it holds
 * @param people     how many were held to account, and how often in all ({@code times}, as many where blank)
 * @param department code, blank for none; a department's own people need not say theirs
 * @param problem    number, blank for none; a meeting names several in {@code problems}
 * @param task       number of a task, blank for none; a meeting names several in {@code tasks}
 * @param reason     why an entry is corrected
 */
public record EntryDraft(String kind, String title, String documentNumber, String date, String people, String times, String decisionNumber, String figure, String unit, String source,
                         String chair, String attendees, String decisions, String department, String problem, String task, List<String> problems, List<String> tasks, String reason) {

    public static final EntryDraft EMPTY = new EntryDraft(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public EntryDraft {
        problems = problems == null ? List.of() : problems;
        tasks = tasks == null ? List.of() : tasks;
    }
}
