package org.rectification.feedback;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rectification.refusal.Refusal;

/** The rows of a workbook's visible sheets, cells as they are shown. */
final class SheetReader {

    private static final int MOST_COLUMNS = 50;
    /** Headings that stand together in our own ledger. */
    private static final List<String> OF_LEDGER = List.of("反馈问题", "整改任务", "任务编号");

    private SheetReader() {}

    static List<Paragraph> read(String fileName, byte[] content) throws IOException {
        DataFormatter shown = new DataFormatter();
        shown.setUseCachedValuesForFormulaCells(true);
        List<Paragraph> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            for (Sheet sheet : workbook) {
                if (workbook.getSheetVisibility(workbook.getSheetIndex(sheet)) != SheetVisibility.VISIBLE) continue;
                for (Row row : sheet) rows.add(Paragraph.row(cells(row, shown)));
            }
        }
        // Its cells hold a problem's title and text in one, and tasks that no feedback has.
        if (rows.stream().anyMatch(row -> row.cells().containsAll(OF_LEDGER))) {
            throw Refusal.ofInput("file", "“" + fileName + "”是整改台账，不是反馈文件：请在案件页点“导入台账”上传，问题、任务、措施和责任会一并读入；确要当作反馈文件的，请先删去“任务编号”列");
        }
        return rows;
    }

    private static List<String> cells(Row row, DataFormatter shown) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < Math.min(row.getLastCellNum(), MOST_COLUMNS); column++) {
            Cell cell = row.getCell(column, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
            cells.add(cell == null ? "" : shown.formatCellValue(cell).strip());
        }
        return cells;
    }
}
