package org.rectification.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.rectification.refusal.Refusal.Flaw;

class FlawsTest {

    private final Flaws flaws = new Flaws();

    @Test
    void whatIsRightIsTrimmedAndLeavesNoFlaw() {
        assertThat(flaws.text("title", "标题", "  整改  ", 2)).isEqualTo("整改");
        assertThat(flaws.optionalText("title", "标题", " ", 2)).isNull();
        assertThat(flaws.optionalText("text", "表述", "第一行\r\n\t第二行", 20)).isEqualTo("第一行\r\n\t第二行");
        assertThat(flaws.date("day", "日期", " 2026-11-21 ")).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(flaws.optionalDate("day", "日期", "")).isNull();
        assertThat(flaws.choice("day", "星期", " MONDAY ", DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);
        assertThat(flaws.choice("day", "星期", null, DayOfWeek.class)).isNull();
        assertThat(flaws.isEmpty()).isTrue();
        flaws.refuseInput();
    }

    @Test
    void everyFlawKeepsItsRowAndFieldAndAllAreToldTogether() {
        flaws.text("title", "标题", " ", 200);
        flaws.inRow(2).text("title", "标题", "太长了", 2);
        flaws.inRow(7).date("deadline", "时限", "2026-13-01");

        Refusal refusal = catchThrowableOfType(Refusal.class, flaws::refuseInput);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INPUT);
        assertThat(refusal.flaws()).containsExactly(new Flaw(null, "title", "请填写标题"), new Flaw(2, "title", "标题最多2字，现有3字"),
                new Flaw(7, "deadline", "时限“2026-13-01”不是有效日期，请按 2026-11-21 的样式填写"));
        assertThat(refusal).hasMessage("请填写标题；第2行：标题最多2字，现有3字；第7行：时限“2026-13-01”不是有效日期，请按 2026-11-21 的样式填写");
    }

    @Test
    void aMissingDateIsNamedOnce() {
        assertThat(flaws.date("deadline", "时限", null)).isNull();
        assertThat(flaws.found()).containsExactly(new Flaw(null, "deadline", "请填写时限"));
    }

    @Test
    void aWrongChoiceNamesTheChoices() {
        assertThat(flaws.choice("day", "星期", "monday", DayOfWeek.class)).isNull();
        assertThat(flaws.found().get(0).reason()).contains("MONDAY、TUESDAY");
    }

    @Test
    void controlCharactersAreNoText() {
        flaws.text("title", "标题", "整\u0000改", 200);
        assertThat(flaws.found()).singleElement().extracting(Flaw::reason).asString().contains("控制字符");
    }

    @Test
    void lettersBeyondTheBasicPlaneCountAsTheDatabaseCountsThem() {
        flaws.text("name", "姓名", "𠮷𠮷", 4);
        assertThat(flaws.isEmpty()).isTrue();
    }
}
