package org.rectification.document;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.rectification.refusal.Refusal;

/**
 * An Excel file on disk, read row by row: no more than a row of it is in memory, beside the table of texts that table programs write. It asks
 * {@link OfficePackage} first, and trusts no number in the file: neither how far a column lies to the right nor which text a cell means.
 */
public final class XlsxFile implements Closeable {

    private static final int MOST_COLUMNS = 200;
    private static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST_CELL = 40_000;
    private static final long MOST_SHARED_CHARACTERS = 20_000_000;
    private static final int LONGEST_NUMBER = 30;
    private static final String MAIN = "xl/workbook.xml";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    /** Reads twice as fast as the JDK's own. */
    private static final XMLInputFactory XML = new InputFactoryImpl();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final String name;
    private final ZipFile zip;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean counted1904;
    private List<String> texts;

    private XlsxFile(String name, ZipFile zip) {
        this.name = name;
        this.zip = zip;
    }

    /** @param part where it lies in the file */
    public record Sheet(String name, boolean visible, String part) {}

    /**
     * @param number whether it was typed as one; a date is a number too, {@link #dayOf}
     * @param fault  why its formula tells nothing, null where it does or there is none
     */
    public record Cell(String text, boolean number, String fault) {

        public Cell(String text, boolean number) {
            this(text, number, null);
        }
    }

    /** @param number from 1; {@code cells} from column A, null where a cell is empty. What several cells share each of them holds. */
    public record Row(int number, List<Cell> cells) {}

    public interface RowReader {

        /** @return whether to go on */
        boolean read(Row row);
    }

    /** @throws Refusal where it is no Excel file, or one that must not be read */
    public static XlsxFile open(String name, Path file) throws IOException {
        OfficePackage.check(name, file, MAIN, OfficePackage.Limits.STREAMED);
        XlsxFile opened = new XlsxFile(name, zip(name, file));
        try {
            opened.readWorkbook();
            return opened;
        } catch (XMLStreamException | RuntimeException e) {
            opened.close();
            throw e instanceof Refusal refusal ? refusal : OfficePackage.unreadable(name);
        }
    }

    private static ZipFile zip(String name, Path file) {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw OfficePackage.unreadable(name);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** In the order of their tabs. */
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** The day that a number means, counted as this file counts; null where it means none. */
    public LocalDate dayOf(BigDecimal number) {
        if (number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(BigDecimal.valueOf(2_958_465)) > 0) return null;
        // Table programs hold 1900 for a leap year; no deadline lies in its first two months.
        return counted1904 ? LocalDate.of(1904, 1, 1).plusDays(number.longValue()) : LocalDate.of(1899, 12, 30).plusDays(number.longValue());
    }

    private void readWorkbook() throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        read("xl/_rels/workbook.xml.rels", xml -> {
            if (!xml.getLocalName().equals("Relationship")) return;
            String target = xml.getAttributeValue(null, "Target");
            targets.put(xml.getAttributeValue(null, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        });
        read(MAIN, xml -> {
            if (xml.getLocalName().equals("workbookPr")) counted1904 = "1".equals(xml.getAttributeValue(null, "date1904")) || "true".equals(xml.getAttributeValue(null, "date1904"));
            if (!xml.getLocalName().equals("sheet")) return;
            String part = targets.get(xml.getAttributeValue(RELATIONSHIPS, "id"));
            if (part != null && part.contains("worksheets/")) sheets.add(new Sheet(xml.getAttributeValue(null, "name"), isVisible(xml.getAttributeValue(null, "state")), part));
        });
        if (sheets.isEmpty()) throw OfficePackage.unreadable(name);
    }

    /** Some programs say of every sheet that it is. */
    private static boolean isVisible(String state) {
        return state == null || state.equals("visible");
    }

    private interface Element {
        void begins(XMLStreamReader xml) throws XMLStreamException;
    }

    private void read(String part, Element element) throws IOException, XMLStreamException {
        try (InputStream content = content(part)) {
            XMLStreamReader xml = XML.createXMLStreamReader(content);
            while (xml.hasNext()) if (xml.next() == XMLStreamConstants.START_ELEMENT) element.begins(xml);
        }
    }

    private InputStream content(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) throw OfficePackage.unreadable(name);
        return new Bounded(zip.getInputStream(entry));
    }

    /** What is read may be another part than the one that was looked at: a package may say two things of itself. */
    private final class Bounded extends FilterInputStream {

        private long left = OfficePackage.Limits.STREAMED.text();

        Bounded(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            return counted(read, read);
        }

        private int counted(int answer, int bytes) {
            left -= bytes;
            if (left < 0) throw Refusal.tooLarge("“" + name + "”解压后过大，请拆分后再上传");
            return answer;
        }
    }

    /** @throws Refusal where the file turns out to be damaged or too large */
    public void rows(Sheet sheet, RowReader reader) throws IOException {
        try {
            MergedCells merged;
            try (InputStream content = content(sheet.part())) {
                merged = MergedCells.of(content, MOST_COLUMNS);
            }
            if (texts == null) texts = sharedTexts();
            try (InputStream content = content(sheet.part())) {
                rows(XML.createXMLStreamReader(content), merged, reader);
            }
        } catch (XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException | NoSuchElementException | ZipException | EOFException e) {
            throw OfficePackage.unreadable(name);
        }
    }

    private void rows(XMLStreamReader xml, MergedCells merged, RowReader reader) throws XMLStreamException {
        int number = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("sheetData")) return;
            if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("row")) continue;
            String place = xml.getAttributeValue(null, "r");
            number = place == null ? number + 1 : Integer.parseInt(place);
            if (number > MOST_ROWS) throw OfficePackage.unreadable(name);
            if (!reader.read(new Row(number, merged.shared(number, cells(xml, number))))) return;
        }
    }

    private List<Cell> cells(XMLStreamReader xml, int row) throws XMLStreamException {
        List<Cell> cells = new ArrayList<>();
        int column = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) break;
            if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("c")) continue;
            String place = xml.getAttributeValue(null, "r");
            column = place == null ? column + 1 : CellPlace.column(place);
            Cell cell = cell(xml, row, column);
            if (cell == null) continue;
            if (column >= MOST_COLUMNS) throw Refusal.ofInput("file", "第" + row + "行的内容超出第" + MOST_COLUMNS + "列，请删去表格右侧多余的内容后再上传");
            while (cells.size() <= column) cells.add(null);
            cells.set(column, cell);
        }
        return cells;
    }

    /** Null where there is nothing in it; what a formula computed last counts as typed. */
    private Cell cell(XMLStreamReader xml, int row, int column) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String value = null;
        boolean formula = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) break;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            if (xml.getLocalName().equals("f")) formula = true;
            if (xml.getLocalName().equals("v")) value = xml.getElementText();
            if (xml.getLocalName().equals("is")) value = text(xml, "is");
        }
        // What a formula computed may be an empty text.
        if (formula && (value == null || value.isEmpty() && !"str".equals(type))) return new Cell("", false, "公式没有存下结果，请用 Excel 或 WPS 打开并保存后再导入");
        if (value == null || value.isEmpty()) return null;
        if (value.length() > LONGEST_CELL) throw Refusal.tooLarge("单元格" + CellPlace.of(row, column) + "的内容超过" + LONGEST_CELL + "字，请缩短后再上传");
        if (type == null || type.equals("n")) return new Cell(plain(value), true);
        if (type.equals("e")) return new Cell(value, false, "公式出错（" + value + "），请改正后再导入");
        if (type.equals("s")) value = texts.get(Integer.parseInt(value.strip()));
        else if (type.equals("b")) value = value.equals("1") ? "TRUE" : "FALSE";
        return value.isEmpty() ? null : new Cell(value, false);
    }

    private static String plain(String number) {
        if (number.length() > LONGEST_NUMBER) return number;
        BigDecimal value = new BigDecimal(number.strip());
        return Math.abs((long) value.scale()) > LONGEST_NUMBER ? number : value.stripTrailingZeros().toPlainString();
    }

    private List<String> sharedTexts() throws IOException, XMLStreamException {
        List<String> shared = new ArrayList<>();
        if (zip.getEntry("xl/sharedStrings.xml") == null) return shared;
        long[] characters = {0};
        read("xl/sharedStrings.xml", xml -> {
            if (!xml.getLocalName().equals("si")) return;
            shared.add(text(xml, "si"));
            characters[0] += shared.get(shared.size() - 1).length();
            if (characters[0] > MOST_SHARED_CHARACTERS) throw Refusal.tooLarge("“" + name + "”的文字过多，请拆分后再上传");
        });
        return shared;
    }

    /** The pieces of one text, without what is written above it to tell how it is pronounced. */
    private static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int spoken = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) break;
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("rPh")) spoken--;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            if (xml.getLocalName().equals("rPh")) spoken++;
            if (xml.getLocalName().equals("t") && spoken == 0) text.append(xml.getElementText());
        }
        return text.toString().replace("_x000D_", "\r").replace("_x000A_", "\n").replace("_x0009_", "\t");
    }
}
