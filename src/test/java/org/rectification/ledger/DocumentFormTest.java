package org.rectification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.rectification.ledger.FormTable.Header;
import org.rectification.rectification.Drawn;

class DocumentFormTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void everyColumnOfAHeaderOfTwoRowsIsOfferedAndFilledBeneathIt(int blankRows) throws IOException {
        DocumentForm form = new DocumentForm(twoRows(blankRows));
        Header header = form.candidates().stream().max(Comparator.comparingLong(Header::likelihood)).orElseThrow();

        assertThat(header.row()).isZero();
        assertThat(header.headings()).isEqualTo(Map.of(0, "序号", 1, "问题／类别", 2, "问题／具体问题", 3, "整改举措", 4, "进展"));

        form.fill(0, 0, Map.of(0, LedgerField.NUMBER, 1, LedgerField.ASPECT, 2, LedgerField.PROBLEM), List.of(line(1), line(2)));
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        form.write(filled);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(filled.toByteArray()))) {
            List<XWPFTableRow> rows = document.getTables().get(0).getRows();
            assertThat(rows).hasSize(4);
            assertThat(texts(rows.get(1))).containsExactly("", "类别", "具体问题", "", "");
            assertThat(texts(rows.get(2))).startsWith("1", "作风").hasSize(5);
            assertThat(texts(rows.get(3))).startsWith("2", "作风").hasSize(5);
            assertThat(rows.get(3).getCell(2).getText()).contains("走过场2");
            assertThat(rows.get(2).getTableCells()).as("no line goes on from the header").noneMatch(cell -> cell.getCTTc().isSetTcPr() && cell.getCTTc().getTcPr().isSetVMerge());
        }
    }

    private static LedgerLine line(int number) {
        return LedgerLine.withoutTask(Drawn.problem("CG-2026-01", number, "作风", "走过场" + number, "全年两次。"));
    }

    private static List<String> texts(XWPFTableRow row) {
        return row.getTableCells().stream().map(XWPFTableCell::getText).toList();
    }

    private static byte[] twoRows(int blankRows) throws IOException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream to = new ByteArrayOutputStream()) {
            XWPFTable table = document.createTable(2 + blankRows, 5);
            write(table.getRow(0), "序号", "问题", "", "整改举措", "进展");
            write(table.getRow(1), "", "类别", "具体问题", "", "");
            for (int column : List.of(0, 3, 4)) {
                properties(table.getRow(0).getCell(column)).addNewVMerge().setVal(STMerge.RESTART);
                properties(table.getRow(1).getCell(column)).addNewVMerge();
            }
            properties(table.getRow(0).getCell(1)).addNewGridSpan().setVal(BigInteger.TWO);
            table.getRow(0).removeCell(2);
            document.write(to);
            return to.toByteArray();
        }
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    }

    private static void write(XWPFTableRow row, String... texts) {
        for (int at = 0; at < texts.length; at++) row.getCell(at).setText(texts[at]);
    }
}
