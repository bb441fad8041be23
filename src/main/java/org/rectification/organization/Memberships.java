package org.rectification.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is in which group on this day: by himself, or in the place of somebody who is away. Nobody runs the platform for another. */
@Repository
class Memberships {

    private static final String TODAY = """
            select m.user_id, m.group_id, cast(null as varchar(64)) as absent from ledger.membership m where %1$s
            union all select d.deputy, m.group_id, d.absent from ledger.deputy d left join ledger.membership m on m.user_id = d.absent and m.group_id <> 'camunda-admin'
            where d.from_on <= :today and d.to_on >= :today and d.ended_at is null and %2$s order by 3, 2""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Memberships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static final class Of {

        private final Set<String> own = new HashSet<>();
        private final Map<String, String> borrowed = new HashMap<>();
        private final Set<String> absent = new HashSet<>();

        private void add(String group, String inPlaceOf) {
            if (inPlaceOf == null) own.add(group);
            else absent.add(inPlaceOf);
            if (inPlaceOf != null && group != null) borrowed.putIfAbsent(group, inPlaceOf);
        }

        Person person(String userId, String name, String department) {
            borrowed.keySet().removeAll(own);
            Set<String> all = new HashSet<>(own);
            all.addAll(borrowed.keySet());
            return new Person(userId, name, department, all, borrowed, absent);
        }
    }

    Of of(String userId) {
        Of one = new Of();
        jdbc.sql(TODAY.formatted("m.user_id = :user", "d.deputy = :user")).param("user", userId).param("today", LocalDate.now(clock))
                .query(row -> {
                    one.add(row.getString(2), row.getString(3));
                });
        return one;
    }

    Map<String, Of> all() {
        Map<String, Of> all = new HashMap<>();
        jdbc.sql(TODAY.formatted("1 = 1", "1 = 1")).param("today", LocalDate.now(clock))
                .query(row -> {
                    all.computeIfAbsent(row.getString(1), id -> new Of()).add(row.getString(2), row.getString(3));
                });
        return all;
    }

    /** Without what somebody is only as a deputy. */
    Set<String> ownOf(String userId) {
        return new HashSet<>(jdbc.sql("select group_id from ledger.membership where user_id = ?").param(userId).query(String.class).list());
    }

    void replace(String userId, Set<String> groups) {
        jdbc.sql("delete from ledger.membership where user_id = ?").param(userId).update();
        List.copyOf(groups).forEach(group -> jdbc.sql("insert into ledger.membership (user_id, group_id) values (?, ?)").params(userId, group).update());
    }
}
