package org.rectification.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rectification.organization.Person;

class AudiencesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Person OFFICE = new Person("office", "己", null, Set.of("rectification-office"));
    private static final Person CLERK = new Person("clerk", "甲", "parks", Set.of("dept-parks"));
    private static final Person LEADER = new Person("leader", "丁", null, Set.of("leading-group"));

    private static LadderStep step(String subject, String department, int height, Set<Recipient> recipients, Effect effect) {
        return new LadderStep(null, "CG-1", subject, department, "leader", "任务", 1, DAY, -1, 0, 0, new Rung(height, "催办", recipients, "leading-group", null, 1), DAY, effect);
    }

    private static List<String> told(Audiences audiences, int most, Person person) {
        return audiences.first(most, person).stream().map(LadderStep::subject).toList();
    }

    @Test
    void aPersonIsToldTheFirstStepsInTheirOrderWhomeverElseTheyConcern() {
        Audiences audiences = new Audiences(List.of(
                step("1", "parks", 3, Set.of(Recipient.OFFICE, Recipient.HANDLER), Effect.atOnce()), step("2", "legal", 3, Set.of(Recipient.OFFICE), Effect.atOnce()),
                step("3", "parks", 3, Set.of(Recipient.OFFICE, Recipient.HANDLER), Effect.atOnce()), step("4", "legal", 2, Set.of(Recipient.HANDLER), Effect.atOnce())));

        assertThat(told(audiences, 2, OFFICE)).containsExactly("1", "2");
        assertThat(told(audiences, 9, OFFICE)).containsExactly("1", "2", "3");
        assertThat(audiences.count(OFFICE)).isEqualTo(3);
        assertThat(told(audiences, 9, CLERK)).containsExactly("1", "3");
        assertThat(audiences.count(LEADER)).isZero();
    }

    @Test
    void whatWaitsForAConfirmationIsKnownToThoseWhoConfirmIt() {
        Audiences audiences = new Audiences(List.of(step("1", "parks", 4, Set.of(Recipient.HANDLER, Recipient.OFFICE), Effect.awaitedUntil(DAY.plusDays(7)))));

        assertThat(told(audiences, 9, LEADER)).containsExactly("1");
        assertThat(audiences.count(CLERK)).isZero();
        assertThat(audiences.count(OFFICE)).isZero();
    }
}
