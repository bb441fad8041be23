package org.rectification.engine;

/** What an instance of a process is about, in the words of its ledger. */
public interface Subject {

    /** Process id. */
    String process();

    String of(String businessKey);
}
