package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.FileKind;
import org.rectification.evidence.Manifest;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;

class RoundTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 21, 9, 0);
    private static final Manifest EVIDENCE = new Manifest(List.of(new EvidenceFile(1, "T", 1, "记录.pdf", FileKind.PDF, 9, "ab", "a", AT, null)));

    private final List<Decision> four = new ArrayList<>(List.of(decision(Role.SUBMITTER, "a"), decision(Role.ENDORSER, "b"), decision(Role.CHECKER, "c"), decision(Role.SIGNER, "d")));

    @Test
    void fourApprovalsByFourPeopleOnTheSameEvidenceVerifyARound() {
        assertThat(round().isVerifiedByFour()).isTrue();
    }

    @Test
    void threePeopleAreNotEnough() {
        four.remove(1);
        assertThat(round().isVerifiedByFour()).isFalse();
    }

    @Test
    void oneRefusalAmongFourIsNotEnough() {
        four.set(3, new Decision("T", 1, Role.SIGNER, "d", false, "退回", EVIDENCE.hash(), AT));
        assertThat(round().isVerifiedByFour()).isFalse();
    }

    @Test
    void onePersonInTwoPartsIsNotEnough() {
        four.set(3, decision(Role.SIGNER, "a"));
        assertThat(round().isVerifiedByFour()).isFalse();
    }

    @Test
    void fourDecisionsOnDifferentEvidenceAreNotEnough() {
        four.set(2, new Decision("T", 1, Role.CHECKER, "c", true, null, new Manifest(List.of()).hash(), AT));
        assertThat(round().isVerifiedByFour()).isFalse();
    }

    @Test
    void evidenceThatIsNoLongerWhatWasDecidedOnIsNotEnough() {
        assertThat(new Round("T", 1, four, new Manifest(List.of()), Set.of()).isVerifiedByFour()).isFalse();
    }

    @Test
    void onlySomebodyOutsideTheDepartmentAndTheRoundRecordsForALeaderOutsideItToo() {
        Person leader = person("leader", null, Groups.LEADING_GROUP);
        round().requireRecordableBy(person("office", "general", Groups.RECTIFICATION_OFFICE), leader, "parks");
        assertRefused("是责任科室的人员", person("office", "parks", Groups.RECTIFICATION_OFFICE), leader);
        assertRefused("是责任科室的人员", person("office", "general", Groups.RECTIFICATION_OFFICE), person("leader", "parks", Groups.LEADING_GROUP));
        for (String tookPart : List.of("a", "b", "c")) assertRefused("参与了本任务", person(tookPart, "general", Groups.RECTIFICATION_OFFICE), leader);
        assertThatThrownBy(() -> new Round("T", 1, List.of(), EVIDENCE, Set.of("s")).requireRecordableBy(person("s", "general", "dept-general"), leader, "parks")).hasMessageContaining("参与了本任务");
    }

    private void assertRefused(String reason, Person secretary, Person leader) {
        assertThatThrownBy(() -> round().requireRecordableBy(secretary, leader, "parks")).isInstanceOf(Refusal.class).hasMessageContaining(reason);
    }

    private static Person person(String userId, String department, String group) {
        return new Person(userId, userId, department, Set.of(group));
    }

    private Round round() {
        return new Round("T", 1, four, EVIDENCE, Set.of());
    }

    private static Decision decision(Role role, String person) {
        return new Decision("T", 1, role, person, true, null, EVIDENCE.hash(), AT);
    }
}
