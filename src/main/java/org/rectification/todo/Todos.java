package org.rectification.todo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.organization.Person;

/** What waits for a person, told without the engine's words. */
public interface Todos {

    /**
     * @param id      what 待办中心 calls the entry
     * @param step    the step's name, e.g. 审定整改方案
     * @param element what the model calls it
     * @param key     what the process goes by, the number of a case or task for one; null where it has none
     * @param subject what it is about, in the words of the ledger; null where it is about nothing known
     * @param dueOn   null where nothing is due
     * @param returned whether it is there because somebody sent it back
     */
    record Todo(String id, String step, String element, String key, String subject, LocalDate dueOn, boolean returned) {

        /** Leads to its form, and once it is done or somebody else's, to what became of it; a path within this application. */
        public String link() {
            return "/todos/" + id;
        }
    }

    /** Those he has claimed and those nobody has, the most urgent first. */
    List<Todo> of(Person person, int most);

    /** His next step on this case, task or report; empty where it is others' turn or somebody else has claimed it. */
    Optional<Todo> on(String key, Person person);

    /** As {@link #on(String, Person)} for several: key → step, nothing for a key on which he has none. */
    Map<String, Todo> on(Collection<String> keys, Person person);

    /** As {@link #of}, of these steps only, named as the models name them. */
    List<Todo> at(Collection<String> elements, Person person, int most);

    long countAt(Collection<String> elements, Person person);

    /** As {@link #on(String, Person)}, at this step of the models only. */
    Optional<Todo> at(String element, String key, Person person);

    /** Whether this step still waits for him. */
    boolean isOffered(String id, Person person);

    /** As {@link #of}, of those that came after this moment. */
    List<Todo> newSince(LocalDateTime moment, Person person, int most);

    /** As {@link #of}, of those that are due on this day or before. */
    List<Todo> dueBy(Person person, LocalDate day, int most);

    long countOf(Person person);

    long countDueBy(Person person, LocalDate day);
}
