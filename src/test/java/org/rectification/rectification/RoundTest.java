package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.FileKind;
import org.rectification.evidence.Manifest;

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

    private Round round() {
        return new Round("T", 1, four, EVIDENCE, Set.of());
    }

    private static Decision decision(Role role, String person) {
        return new Decision("T", 1, role, person, true, null, EVIDENCE.hash(), AT);
    }
}
