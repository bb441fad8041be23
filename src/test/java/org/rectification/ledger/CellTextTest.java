package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8613800000000", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", " =HYPERLINK(\"http://x\")"})
    void whatASpreadsheetWouldComputeIsRecognised(String typed) {
        assertThat(CellText.looksLikeFormula(CellText.of(typed))).isTrue();
    }

    @Test
    void whatPeopleWriteIsNot() {
        assertThat(CellText.looksLikeFormula(CellText.of("1=1，问题仍在"))).isFalse();
        assertThat(CellText.of(" \t\r\n")).isNull();
        assertThat(CellText.of(null)).isNull();
        assertThat(CellText.of("一\r\n二\r三")).isEqualTo("一\n二\n三");
    }

    @Test
    void noCellIsLongerThanExcelOpens() {
        assertThat(CellText.of("字".repeat(40_000))).hasSize(CellText.LONGEST).endsWith("（余下内容见系统）");
    }
}
