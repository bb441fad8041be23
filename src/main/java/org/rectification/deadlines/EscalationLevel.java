package org.rectification.deadlines;

import java.util.Optional;

/** The table escalation-level in its version of today, which an admin may replace. */
public interface EscalationLevel {

    /** The table that is in force, to decide many situations alike. */
    Table inForce();

    interface Table {

        /** Empty where the situation calls for nothing. */
        Optional<Rung> of(Situation situation);
    }
}
