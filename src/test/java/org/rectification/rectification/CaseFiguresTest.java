package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CaseFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Test
    void whatWasHandedOverStandsForNoProblemOfTheFeedback() {
        CaseFigures asMany = figures(CaseStage.REGISTERING, 10, 10, 2);
        assertThat(asMany.stillToRegister()).isEqualTo(2);
        assertThat(asMany.differenceOpen()).isTrue();
        assertThat(asMany.differenceExplained()).isEqualTo("反馈意见载明10个，登记了10个，其中2个登记为巡察期间移交，其余比载明的少2个");

        assertThat(asMany.differsFromDeclared()).as("as many as declared, yet not those").isTrue();

        CaseFigures more = figures(CaseStage.REGISTERING, 10, 11, 3);
        assertThat(more.stillToRegister()).isEqualTo(2);
        assertThat(more.differenceOpen()).isTrue();
        assertThat(more.differsByHandedOverAlone()).isFalse();
        assertThat(more.differenceExplained()).endsWith("其中3个登记为巡察期间移交，其余比载明的少2个");

        CaseFigures splitToo = figures(CaseStage.REGISTERING, 10, 12, 1);
        assertThat(splitToo.unexplained()).isEqualTo(1);
        assertThat(splitToo.differsByHandedOverAlone()).isFalse();
        assertThat(splitToo.differenceExplained()).contains("其中1个登记为巡察期间移交，其余比载明的多1个");
    }

    @Test
    void handedOverProblemsBesideAllOfTheFeedbackExplainTheDifference() {
        CaseFigures figures = figures(CaseStage.REGISTERING, 10, 12, 2);
        assertThat(figures.differenceOpen()).isFalse();
        assertThat(figures.differsByHandedOverAlone()).isTrue();
        assertThat(figures.differsFromDeclared()).isTrue();
        assertThat(figures(CaseStage.REGISTERING, 10, 10, 0).differsFromDeclared()).isFalse();
        assertThat(figures(CaseStage.REGISTERING, null, 3, 1).differsFromDeclared()).isFalse();
        assertThat(figures.differenceExplained()).isEqualTo("反馈意见载明10个，登记了12个，其中2个登记为巡察期间移交");
        assertThat(figures(CaseStage.REGISTERING, 10, 10, 0).differenceExplained()).isNull();
        assertThat(figures(CaseStage.REGISTERING, null, 3, 1).differenceOpen()).isFalse();
    }

    @Test
    void onceRegisteringIsOverADifferenceIsStatedAndAsksForNothingWhereNothingCanBeChanged() {
        CaseFigures registering = figures(CaseStage.REGISTERING, 10, 12, 0);
        assertThat(registering.differenceOpen()).isTrue();
        assertThat(registering.differenceExplained()).isEqualTo("反馈意见载明10个，登记了12个，多2个");
        assertThat(registering.differenceToCheck()).startsWith("须核对是否重复登记").endsWith("在通报的“问题数说明”中写明");
        CaseFigures decomposing = figures(CaseStage.DECOMPOSING, 10, 12, 0);
        assertThat(decomposing.differenceOpen()).isFalse();
        assertThat(decomposing.differenceToCheck()).isEqualTo(registering.differenceToCheck());
        CaseFigures fewer = figures(CaseStage.DRAFTING_PLAN, 10, 9, 0);
        assertThat(fewer.differenceExplained()).isEqualTo("反馈意见载明10个，登记了9个，少1个");
        assertThat(fewer.differenceToCheck()).isEqualTo("须核对是合并登记还是漏登");
        assertThat(figures(CaseStage.DRAFTING_PLAN, 10, 10, 0).differenceToCheck()).isNull();
        assertThat(figures(CaseStage.APPROVING_PLAN, 10, 12, 0).differenceToCheck()).isNull();
        assertThat(figures(CaseStage.RECTIFYING, 10, 12, 1).differenceExplained()).endsWith("其中1个登记为巡察期间移交，其余比载明的多1个");
    }

    private static CaseFigures figures(CaseStage stage, Integer declared, long problems, long handedOver) {
        return new CaseFigures("CG-2026-01", "巡察整改", "巡察组", "城市管理局", DAY, DAY.plusMonths(3), stage, declared, problems, 0, 0, 0, 0, 0, 0, 0, Completion.of(0, problems), null, 0, handedOver);
    }
}
