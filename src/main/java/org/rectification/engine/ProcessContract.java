package org.rectification.engine;

import java.util.Map;
import java.util.Set;

/** What a process of ours takes from people. The walls around the engine are built from these. */
public interface ProcessContract {

    /** Process id and file name. */
    String key();

    /** Element id of a start event or user task → the variables that may be submitted there, and no others. */
    Map<String, Set<ProcessVariable<?>>> submissions();
}
