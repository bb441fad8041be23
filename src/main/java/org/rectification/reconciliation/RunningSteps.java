package org.rectification.reconciliation;

import java.time.LocalDate;
import java.util.List;

/** What the process engine says is running, told in the ledger's words. */
public interface RunningSteps {

    /**
     * @param element what the instance waits at, null where it waits for no person
     * @param dueOn   the human task's due date, null where it has none
     */
    record RunningStep(String taskNumber, String element, LocalDate dueOn) {}

    /** @param dueOn the human task's due date, null where there is none */
    record RunningSupport(String taskNumber, String department, LocalDate dueOn) {}

    /**
     * An instance of a supervision check or proposal.
     *
     * @param element what it waits at, null where it waits for no person
     * @param dueOn   the human task's due date, null where it has none
     */
    record RunningMatter(String key, String element, LocalDate dueOn) {}

    /** Every running supervision check and supervision proposal of the case, and every department's part in a check. */
    List<RunningMatter> supervisionOf(String caseNumber);

    /** Every running instance of what departments are asked for in support of the case's tasks. */
    List<RunningSupport> supportOf(String caseNumber);

    /** Every running instance of the case's tasks, an entry for each human task of it. */
    List<RunningStep> of(String caseNumber);

    /** Business keys of the running instances about extensions of the case's tasks, one entry an instance. */
    List<String> extensionsOf(String caseNumber);

    /** Likewise about changes to the case's tasks. */
    List<String> changesOf(String caseNumber);

    /** Likewise about tasks that are or may be blocked. */
    List<String> blocksOf(String caseNumber);

    /** Numbers of tasks that wait for somebody to look back at them, one entry an instance. */
    List<String> lookBacksOf(String caseNumber);

    /** Business keys of the deliveries, of whatever case, that go on by themselves or stand as an incident. */
    List<String> deliveries();
}
