package org.rectification.decision;

import java.time.LocalDate;
import java.util.List;
import org.rectification.organization.Person;
import org.rectification.rectification.Footing;
import org.rectification.refusal.Refusal;

/** The steps of tasks that wait for somebody's decision, told without the engine's words. */
public interface DecisionSteps {

    /** @param dueOn null where the step is not due on a day */
    record Waiting(Step step, String taskNumber, LocalDate dueOn) {}

    /** The most urgent first, without what only others may decide or somebody else has claimed. */
    List<Waiting> waitingFor(Person person, int most);

    long countFor(Person person);

    /**
     * The person takes the step as himself, in the caller's transaction or one of its own.
     *
     * @throws Refusal where it is not his, or a rule forbids it; nothing has changed then
     */
    void decide(Step step, Ruling ruling, Footing footing, Person by);
}
