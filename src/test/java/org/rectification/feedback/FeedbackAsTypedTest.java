package org.rectification.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters as people type them: numbers of the wrong kind. */
class FeedbackAsTypedTest {

    private static Reading read(String lines) {
        return FeedbackFile.of("反馈.txt", Letters.txt(List.of(lines.split("/")))).read();
    }

    private static List<String> titles(Reading reading) {
        return reading.problems().stream().map(ProposedProblem::title).toList();
    }

    // numbers

    @ParameterizedTest
    @ValueSource(strings = {"巡察反馈意见/一、学习不深入。全年三次。/（二）台账不全。缺三本。/三、检查走过场。全年两次。", "巡察反馈意见/（一）学习不深入。全年三次。/二、台账不全。缺三本。/（三）检查走过场。全年两次。",
            "巡察反馈意见/1.学习不深入。全年三次。/2、台账不全。缺三本。/（3）检查走过场。全年两次。", "巡察反馈意见/1.学习不深入。全年三次。/（2）台账不全。缺三本。/（3）检查走过场。全年两次。",
            "巡察反馈意见/一、学习不深入。全年三次。/2.台账不全。缺三本。/三、检查走过场。全年两次。", "巡察反馈意见/一、存在的主要问题/（一）学习不深入。全年三次。/二）台账不全。缺三本。/（三）检查走过场。全年两次。"})
    void aNumberOfAnotherLevelThatCountsOnIsTheNextProblem(String lines) {
        Reading reading = read(lines);

        assertThat(titles(reading)).containsExactly("学习不深入", "台账不全", "检查走过场");
        assertThat(reading.problems()).extracting(ProposedProblem::item).containsOnlyNulls();
        assertThat(reading.unplacedTexts()).isEmpty();
    }

    @Test
    void itIsNoPartOfWhatWasDoneBefore() {
        assertThat(read("巡察整改情况/一、学习不深入。整改情况：已学三次。/（二）台账不全。整改情况：已补齐。/三、检查走过场。整改情况：已检查。").problems()).extracting(ProposedProblem::title, ProposedProblem::progress)
                .containsExactly(tuple("学习不深入", "已学三次。"), tuple("台账不全", "已补齐。"), tuple("检查走过场", "已检查。"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"巡察反馈意见/一、存在的主要问题/（二）作风方面/1.学习不深入。/2.台账不全。/二、意见建议/1.抓紧整改。|学习不深入,台账不全", "巡察反馈意见/一、存在的主要问题/（二）作风方面/1.学习不深入。/2.台账不全。|学习不深入,台账不全",
            "巡察反馈意见/一、存在的主要问题/（一）作风方面/1.学习不深入。整改措施：（1）制定计划。/（2）开展研讨。/2.台账不全。|学习不深入,台账不全",
            "巡察反馈意见/一、存在的主要问题/（一）作风方面/1.学习不深入。整改措施：（1）制定计划。/（2）开展研讨。|学习不深入", "巡察反馈意见/一、党建方面/（一）学习不深入。/二、业务方面/（二）台账不全。/（三）检查走过场。|学习不深入,台账不全,检查走过场"})
    void aNumberThatCountsOnAtItsOwnLevelStaysThere(String lines, String titles) {
        assertThat(titles(read(lines))).containsExactly(titles.split(","));
    }
}
