package org.rectification.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.refusal.Refusal;

class FeedbackTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void completeFeedbackIsReadAndTrimmed() {
        assertThat(read(" HZ-2021-01 ", " 反馈意见整改 ", "2026-09-01", "2026-12-01", " 31 ")).isEqualTo(new Feedback("HZ-2021-01", "反馈意见整改", "市委第二巡察组", "市城市管理局",
                LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 1), 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HZ1", "123", "A-B-C", "HZ-2021-01", "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"})
    void aCaseNumberIsMadeOfCapitalsDigitsAndSingleHyphens(String caseNumber) {
        assertThat(withNumber(caseNumber).caseNumber()).isEqualTo(caseNumber);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "HZ", "hz-2021", "HZ--01", "-HZ1", "HZ1-", "HZ 01", "HZ_01", "HZ/01", "HZ%01", "杭州-01", "ＨＺ-01", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456"})
    void anyOtherCaseNumberIsRefused(String caseNumber) {
        assertThatThrownBy(() -> withNumber(caseNumber)).isInstanceOf(Refusal.class).hasMessageContaining("案件编号");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026/09/01", "20260901", "明天", "0026-09-01", "9999-01-01"})
    void datesAreRealDatesInIsoForm(String date) {
        assertThatThrownBy(() -> read("HZ-01", "整改", date, "2026-12-01", null)).isInstanceOf(Refusal.class).hasMessageContaining("反馈日期");
        assertThatThrownBy(() -> read("HZ-01", "整改", "2026-09-01", date, null)).isInstanceOf(Refusal.class).hasMessageContaining("集中整改期限");
    }

    @Test
    void feedbackComesFromThePastAndItsDeadlineLater() {
        assertThatThrownBy(() -> read("HZ-01", "整改", "2026-11-22", "2026-12-01", null)).hasMessageContaining("晚于今天");
        assertThatThrownBy(() -> read("HZ-01", "整改", "2026-09-01", "2026-08-31", null)).hasMessageContaining("早于反馈日期");
        assertThat(read("HZ-01", "整改", "2026-11-21", "2026-11-21", null).concentratedDeadline()).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "三十一", "10000"})
    void aDeclaredNumberOfProblemsIsAPlainNumber(String number) {
        assertThatThrownBy(() -> read("HZ-01", "整改", "2026-09-01", "2026-12-01", number)).isInstanceOf(Refusal.class).hasMessageContaining("反馈问题数");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void theDeclaredNumberMayBeLeftOut(String number) {
        assertThat(read("HZ-01", "整改", "2026-09-01", "2026-12-01", number).declaredProblems()).isNull();
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Feedback.read("x", "", null, " ", null, "?", "0", TODAY));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE);
        assertThat(refusal.flaws()).extracting(Refusal.Flaw::field).containsExactlyInAnyOrder("caseNumber", "title", "inspectionBody", "inspectedParty",
                "feedbackDate", "concentratedDeadline", "declaredProblems");
    }

    private static Feedback withNumber(String caseNumber) {
        return read(caseNumber, "整改", "2026-09-01", "2026-12-01", null);
    }

    private static Feedback read(String caseNumber, String title, String feedbackDate, String concentratedDeadline, String declared) {
        return Feedback.read(caseNumber, title, "市委第二巡察组", "市城市管理局", feedbackDate, concentratedDeadline, declared, TODAY);
    }
}
