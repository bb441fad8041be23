package org.rectification.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which human tasks are offered to whom, quickly, however many are open: the engine reads tasks, candidates and variables anew for each list and
 * each number. {@link OfferTable} tells where it comes from.
 */
@Component
public class Offers {

    private final JdbcClient jdbc;

    Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open human tasks that this person has claimed or may claim, without those left to the others of his group. */
    public Offered to(Person person) {
        Offered offered = offered(person.userId(), person.groups()).claimedBySelfOrNobody().active();
        if (person.groups().stream().anyMatch(Groups.DECIDING::contains)) offered.exceptLeftToOthers(person);
        return offered;
    }

    Offered offered(String userId, Collection<String> groups) {
        return new Offered(jdbc, userId, groups);
    }

    /** A search that is narrowed step by step; times are the engine's, in the zone of the one clock. */
    public static final class Offered {

        private final JdbcClient jdbc;
        private final Map<String, Object> values = new HashMap<>();
        private final StringBuilder conditions = new StringBuilder();
        private final List<String> offeredTo;

        private Offered(JdbcClient jdbc, String userId, Collection<String> groups) {
            this.jdbc = jdbc;
            values.put("person", userId);
            offeredTo = Stream.concat(Stream.of("@" + userId), groups.stream()).map(this::value).toList();
        }

        /** A step that says nothing of whom it is not for, where each must, is offered to nobody. */
        void exceptLeftToOthers(Person person) {
            String elsewhere = " and (o.element not in " + list(TaskCard.LEFT_TO_OTHERS) + " or o.not_for not like ";
            TaskCard.patterns(person).forEach(pattern -> conditions.append(elsewhere).append(value(pattern)).append(')'));
        }

        Offered claimedBySelfOrNobody() {
            conditions.append(" and (o.claimed_by is null or o.claimed_by = :person)");
            return this;
        }

        Offered unclaimed() {
            conditions.append(" and o.claimed_by is null");
            return this;
        }

        /** Of processes that nobody has suspended. */
        Offered active() {
            conditions.append(" and o.active");
            return this;
        }

        Offered returned() {
            conditions.append(" and o.returned");
            return this;
        }

        /** Of these steps only, named as the models name them. */
        public Offered at(Collection<String> elements) {
            conditions.append(" and o.element in ").append(list(elements));
            return this;
        }

        /** Of processes that go by these keys. */
        public Offered about(Collection<String> businessKeys) {
            conditions.append(" and o.instance in (select e.ID_ from ACT_RU_EXECUTION e where e.BUSINESS_KEY_ in ").append(list(businessKeys)).append(')');
            return this;
        }

        /** @param condition on a column of {@code o}, ending before its value */
        public Offered and(String condition, Object value) {
            conditions.append(" and ").append(condition).append(value(value));
            return this;
        }

        private String list(Collection<String> given) {
            return "(" + value(given) + ")";
        }

        private String value(Object given) {
            String name = "value" + values.size();
            values.put(name, given);
            return ":" + name;
        }

        /** What is offered to him and to his group as well counts once. */
        public long count() {
            String all = "select distinct o.task from ledger.offer o where o.offered_to in (" + String.join(", ", offeredTo) + ")" + conditions;
            return jdbc.sql("select count(*) from (" + all + ") each_task").params(values).query(Long.class).single();
        }

        /** Ids of the tasks, the most urgent first, of those the oldest. What is offered to each group is walked in this order, so that the first are found without sorting all. */
        public List<String> urgentFirst(int first, int most) {
            String order = " order by due_at, created_at, task";
            String all = offeredTo.stream().map(to -> "(select o.due_at, o.created_at, o.task from ledger.offer o where o.offered_to = " + to + conditions + order + " limit :until)").collect(Collectors.joining(" union "));
            return jdbc.sql("select task from (" + all + ") each_task" + order + " limit :most offset :first")
                    .params(values).param("until", first + (long) most).param("most", most).param("first", first).query(String.class).list();
        }
    }
}
