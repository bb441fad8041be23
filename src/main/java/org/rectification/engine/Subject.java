package org.rectification.engine;

/** What an instance of a process is about, in the words of its ledger. */
public interface Subject {

    /** Process id. */
    String process();

    String of(String businessKey);

    /** Where its page is, as a path within this application. */
    String page(String businessKey);

    /** Code of the department whose work it is, null where it is no single one's. */
    default String department(String businessKey) {
        return null;
    }

    /** User id of the one leader who must leave the leading group's decision about it to the others; null where there is none. */
    default String concernedLeader(String businessKey) {
        return null;
    }
}
