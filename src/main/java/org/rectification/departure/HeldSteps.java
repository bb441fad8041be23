package org.rectification.departure;

import java.util.List;

/** What a person has claimed, or is offered by name, told without the engine's words. */
public interface HeldSteps {

    /** @param subject what it is about, null where it is about nothing known */
    record HeldStep(String step, String key, String subject) {}

    List<HeldStep> of(String userId);

    void passedOn(String from, String to);
}
