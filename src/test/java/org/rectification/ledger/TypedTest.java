package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.document.XlsxFile.Cell;

class TypedTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2026/11/21", "2026.11.21", "2026年11月21日", "2026年 11 月 21 日前", "20261121", "2026-11-21 00:00:00", " 2026-11-21 "})
    void aDayIsADayHoweverItIsTyped(String typed) {
        assertThat(Typed.day(typed.strip())).contains(LocalDate.of(2026, 11, 21));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026年2月30日", "尽快", "长期坚持", "2026年13月底", "11月21日", "2026-11"})
    void whatIsNoDayIsNotGuessed(String typed) {
        assertThat(Typed.day(typed.strip())).isEmpty();
    }

    @Test
    void endsOfMonthsAndDigitsInANumberCellAreDays() {
        assertThat(Typed.day("2028年2月底前")).contains(LocalDate.of(2028, 2, 29));
        assertThat(Typed.day(new Cell("20261121", true), null)).contains(LocalDate.of(2026, 11, 21));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1. 甲#2. 乙|甲,乙", "1、甲#2、乙#续|甲,乙#续", "一是甲#二是乙|甲,乙", "（1）甲#（2）乙|甲,乙", "①甲#②乙|甲,乙", "甲#乙|甲,乙", "1.5万元已收回|1.5万元已收回", "甲##乙|甲,乙"})
    void oneLineIsOneMeasureHoweverItIsNumbered(String cell, String measures) {
        assertThat(Typed.measures(cell.replace('#', '\n'))).containsExactly(measures.replace('#', '\n').split(","));
    }

    @Test
    void headingsAreKnownByTheNamesPeopleGiveThem() {
        assertThat(LedgerField.named(" 责任\n单位 ")).contains(LedgerField.LEAD_DEPARTMENT);
        assertThat(LedgerField.named("完成时限（年月日）*")).contains(LedgerField.DEADLINE);
        assertThat(LedgerField.named("责任科室（单位）")).contains(LedgerField.LEAD_DEPARTMENT);
        assertThat(LedgerField.named("备注")).isEmpty();
    }

    @Test
    void aProblemInOneCellHasATitle() {
        assertThat(Typed.Problem.of("标题\n表述一\n表述二")).isEqualTo(new Typed.Problem("标题", "表述一\n表述二"));
        assertThat(Typed.Problem.of("只有一句。")).isEqualTo(new Typed.Problem("只有一句。", "只有一句。"));
        assertThat(Typed.Problem.of("检查走过场。" + "长".repeat(100)).title()).isEqualTo("检查走过场");
    }
}
