package org.rectification.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rectification.decision.Batch.Line;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal.Flaw;

/** What a batch as typed comes to, and what is wrong with it. */
class BatchTest {

    private final Flaws flaws = new Flaws();

    private List<Ruling> rulings(String opinion, Line... lines) {
        return new Batch("SIGN_OFF", opinion, null, List.of(lines)).rulings(Step.SIGN_OFF, flaws);
    }

    @Test
    void aYesTakesTheCommonOpinionAReturnItsOwnAndWhatIsSkippedIsLeftOut() {
        assertThat(rulings(null, new Line("A", 1, "APPROVE", null), new Line("B", 2, "RETURN", " 缺照片 "), new Line("C", 1, "SKIP", null), new Line("D", 1, "SUSTAIN", "制度已建立")))
                .containsExactly(new Ruling("A", 1, Choice.APPROVE, "同意"), new Ruling("B", 2, Choice.RETURN, "缺照片"), new Ruling("D", 1, Choice.SUSTAIN, "制度已建立"));
        assertThat(rulings(" ", new Line("A", 1, "APPROVE", null))).containsExactly(new Ruling("A", 1, Choice.APPROVE, null));
        assertThat(flaws.isEmpty()).isTrue();
    }

    @Test
    void everyFlawIsNamedWithItsRow() {
        rulings("同意", new Line("A", 1, "RETURN", " "), new Line("B", null, "APPROVE", null), new Line("B", 1, "MAYBE", null), new Line("C", 1, null, null), new Line(null, 1, "APPROVE", null));
        assertThat(flaws.found()).extracting(Flaw::row, Flaw::field).contains(tuple(1, "opinion"), tuple(2, "round"),
                tuple(3, "choice"), tuple(3, "taskNumber"), tuple(4, "choice"), tuple(5, "taskNumber"));
        assertThat(flaws.found().get(0).reason()).contains("退回A须单独写明退回意见");
    }

    @Test
    void nothingToDecideAndTooMuchAtOnceAreRefused() {
        rulings("同意", new Line("A", 1, "SKIP", null));
        rulings("同意", Stream.generate(() -> new Line("A", 1, "SKIP", null)).limit(Batch.LARGEST + 1).toArray(Line[]::new));
        new Batch("CHECK", null, null, List.of(new Line("A", 1, "SUSTAIN", null))).rulings(Step.CHECK, flaws);
        assertThat(flaws.found()).extracting(Flaw::field).containsExactly("decisions", "decisions", "choice");
    }
}
