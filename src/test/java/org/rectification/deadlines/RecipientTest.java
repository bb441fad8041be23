package org.rectification.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.organization.Person;

class RecipientTest {

    private static final List<Person> PEOPLE = List.of(
            new Person("clerk", "甲", "parks", Set.of("dept-parks")), new Person("head", "乙", "parks", Set.of("dept-parks", "dept-parks-head")),
            new Person("stranger", "丙", "legal", Set.of("dept-legal", "dept-legal-head")), new Person("leader", "丁", null, Set.of("leading-group")),
            new Person("other", "戊", null, Set.of("leading-group")), new Person("office", "己", null, Set.of("rectification-office")),
            new Person("discipline", "庚", null, Set.of("discipline-inspection")));

    @ParameterizedTest
    @CsvSource({"HANDLER, clerk", "HEAD, head", "LEADER, leader", "OFFICE, office", "LEADING_GROUP, leader other", "DISCIPLINE_INSPECTION, discipline"})
    void aWordOfTheTableMeansThesePeople(Recipient recipient, String userIds) {
        assertThat(recipient.among(PEOPLE, "parks", "leader").map(Person::userId)).containsExactlyInAnyOrder(userIds.split(" "));
    }

    @Test
    void aDeputyIsToldWhatTheLeaderIsTold() {
        Person deputy = new Person("deputy", "辛", null, Set.of("leading-group"), Map.of("leading-group", "leader"), Set.of("leader"));
        assertThat(Recipient.LEADER.among(List.of(deputy), "parks", "leader")).containsExactly(deputy);
        assertThat(Recipient.LEADER.among(List.of(deputy), "parks", "other")).isEmpty();
    }

    @Test
    void missingReportsHaveNoLeader() {
        assertThat(Recipient.LEADER.among(PEOPLE, "parks", null)).isEmpty();
    }

    @Test
    void aWordThatNobodyKnowsIsNamed() {
        assertThat(Recipient.of("科室负责人")).isEqualTo(Recipient.HEAD);
        assertThatThrownBy(() -> Recipient.of("局长")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("局长");
    }
}
