package org.rectification.decision;

import java.time.LocalDate;
import java.util.List;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;

/** The steps of tasks that wait for somebody's decision, told without the engine's words. */
public interface DecisionSteps {

    /** @param dueOn null where the step is not due on a day */
    record Waiting(Step step, String taskNumber, LocalDate dueOn) {}

    /** The most urgent first, without what only others may decide or somebody else has claimed. */
    List<Waiting> waitingFor(Person person, int most);

    long countFor(Person person);

    /**
     * The person takes the step himself, in a transaction of its own.
     *
     * @param meeting what it rests on, as people cite it; null for none
     * @throws Refusal where it is not his, or a rule forbids it; nothing has changed then
     */
    void decide(Step step, Ruling ruling, String meeting, Person by);
}
