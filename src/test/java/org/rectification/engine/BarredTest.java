package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;

/** Who must leave a step to the others of his group. */
class BarredTest {

    private static final Set<String> SUPERVISING = Set.of(Groups.SUPERVISION_TEAM);

    @Test
    void whoeverTookPartIsBarredAndHisDeputyCountsAsHimself() {
        String listed = new Barred(Set.of("leader2"), null).listed();
        assertThat(TaskCard.isNotFor(person("leader2"), listed)).isTrue();
        assertThat(TaskCard.isNotFor(person("leader1"), listed)).isFalse();
        assertThat(TaskCard.isNotFor(deputyOf("leader2"), listed)).as("took no part himself").isFalse();
    }

    @Test
    void nobodyDecidesTheLeadLeadersOwnMatterInHisPlace() {
        String listed = new Barred(Set.of("supervisor2"), "leader2").listed();
        assertThat(TaskCard.isNotFor(person("leader2"), listed)).isTrue();
        assertThat(TaskCard.isNotFor(person("supervisor2"), listed)).isTrue();
        assertThat(TaskCard.isNotFor(deputyOf("leader2"), listed)).isTrue();
        assertThat(TaskCard.isNotFor(deputyOf("leader3"), listed)).isFalse();
    }

    @Test
    void aListOfNobodyBarsNobody() {
        assertThat(TaskCard.isNotFor(person("leader2"), Barred.NOBODY.listed())).isFalse();
        assertThat(TaskCard.isNotFor(person("leader2"), Barred.leader(null).listed())).isFalse();
        assertThat(TaskCard.isNotFor(person("leader2"), null)).as("any other step").isFalse();
    }

    private static Person person(String userId) {
        return new Person(userId, userId, null, SUPERVISING);
    }

    private static Person deputyOf(String leader) {
        return new Person("supervisor1", "supervisor1", null, Set.of(Groups.SUPERVISION_TEAM, Groups.LEADING_GROUP), Map.of(Groups.LEADING_GROUP, leader), Set.of(leader));
    }
}
