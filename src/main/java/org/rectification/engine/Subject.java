package org.rectification.engine;

/** What an instance of a process is about, in the words of its ledger. */
public interface Subject {

    /** Process id. */
    String process();

    /** Without the department, which is told beside it. */
    String of(String businessKey);

    /** Where its page is, as a path within this application. */
    String page(String businessKey);

    /** Code of the department whose work it is, null where it is no single one's. */
    default String department(String businessKey) {
        return null;
    }

    /** The problem it belongs to, as people call it, null where it is no single one's. */
    default String problem(String businessKey) {
        return null;
    }

    /** Who must leave this step, named as the models name it, to the others of its group. */
    default Barred barred(String element, String businessKey) {
        return Barred.NOBODY;
    }
}
