package org.rectification.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;

/**
 * A table with fixed columns that people keep in Excel or WPS.
 *
 * @param later columns that a file may have behind the others or leave out, each for itself
 */
public record CsvFile(List<String> columns, List<String> later) {

    /** In bytes: some 50,000 people. */
    private static final int LARGEST = 5 * 1024 * 1024;

    public CsvFile(List<String> columns) {
        this(columns, List.of());
    }

    private List<String> all() {
        return Stream.concat(columns.stream(), later.stream()).toList();
    }

    /**
     * Reads a file as table programs save it: UTF-8 with or without their mark, or GB18030. Lines with too few or too many columns
     * go to the flaws, all others to {@code line}; the flaws stand in the row each line has in the file.
     *
     * @return how many lines there were beneath the columns
     * @throws Refusal INPUT when the file is a workbook or has other columns, TOO_LARGE above 5 MB, WRONG_FILE_TYPE when it is no text at all
     */
    public int read(byte[] csv, Flaws flaws, Consumer<CSVRecord> line) {
        if (csv.length > LARGEST) throw Refusal.tooLarge("文件超过" + LARGEST / 1024 / 1024 + " MB，不像是一份名册或日历，请确认选对了文件");
        if (isWorkbook(csv)) throw Refusal.ofInput("file", "这是 Excel 或 WPS 的工作簿，不是 CSV：请打开它，选“另存为”，类型选 CSV（逗号分隔），再上传另存的文件");
        if (!isText(csv)) throw Refusal.wrongFileType("这不是表格文件。这里只收 CSV 文件（用 Excel 或 WPS 填好，“另存为”选 CSV），首行为：" + String.join(",", all()));
        try (var parsed = CSVFormat.EXCEL.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true).setTrim(true).get().parse(new StringReader(text(csv)))) {
            List<String> present = parsed.getHeaderNames();
            if (!present.equals(all().stream().filter(column -> columns.contains(column) || present.contains(column)).toList())) throw Refusal.ofInput("file", "首行应为：" + String.join(",", all()));
            int row = 1;
            for (CSVRecord each : parsed.getRecords()) {
                flaws.inRow(++row);
                if (each.isConsistent()) line.accept(each);
                else flaws.add(null, "应有" + present.size() + "列，现有" + each.size() + "列");
            }
            return row - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw Refusal.ofInput("file", "文件不是可读的 CSV，首行应为：" + String.join(",", all()));
        }
    }

    /** xlsx and other zips, or xls, whatever their name says. */
    private static boolean isWorkbook(byte[] file) {
        return startsWith(file, 'P', 'K', 3, 4) || startsWith(file, 0xD0, 0xCF, 0x11, 0xE0);
    }

    private static final byte LINE_IN_A_CELL = 0x0B;
    private static final byte END_OF_OLD_FILES = 0x1A;

    /** Programs, pictures and the like are full of bytes that nobody types; a PDF need not be. */
    private static boolean isText(byte[] file) {
        return !startsWith(file, '%', 'P', 'D', 'F') && IntStream.range(0, file.length).noneMatch(n -> file[n] >= 0 && file[n] < ' ' && file[n] != '\t' && file[n] != '\n' && file[n] != '\r' && file[n] != '\f' && file[n] != LINE_IN_A_CELL && file[n] != END_OF_OLD_FILES);
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        return file.length >= bytes.length && IntStream.range(0, bytes.length).allMatch(n -> (file[n] & 0xFF) == bytes[n]);
    }

    private static String text(byte[] csv) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(csv, Charset.forName("GB18030"));
        }
    }

    /** The same shape again; Excel takes it for UTF-8 by its first three bytes. */
    public byte[] write(List<Object[]> lines) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        try (var printer = CSVFormat.EXCEL.print(csv)) {
            printer.printRecord(all());
            for (Object[] line : lines) printer.printRecord(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
