package org.rectification.deadlines.process;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.rectification.deadlines.Escalations;
import org.springframework.stereotype.Component;

/** Whom the escalation's model asks, and until when. */
@Component
public class EscalationParties {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final Escalations escalations;

    EscalationParties(Escalations escalations) {
        this.escalations = escalations;
    }

    public List<String> confirming(String escalationKey) {
        return List.of(escalations.step(escalationKey).confirmedBy());
    }

    /** The end of the last day on which it may be confirmed. */
    public Date due(String escalationKey) {
        return Date.from(escalations.step(escalationKey).lapsesOn().atTime(END_OF_DAY).atZone(ZoneId.systemDefault()).toInstant());
    }
}
