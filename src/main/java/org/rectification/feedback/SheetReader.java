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

/** The rows of a workbook's visible sheets, cells as they are shown. */
final class SheetReader {

    private static final int MOST_COLUMNS = 50;

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
