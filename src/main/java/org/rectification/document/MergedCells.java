package org.rectification.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The merged regions of one sheet, which stand behind its rows in the file, while these are read from the first to the last. */
final class MergedCells {

    private static final Pattern REGION = Pattern.compile("<(?:\\w+:)?mergeCell\\b[^>]*?\\bref\\s*=\\s*[\"']\\$?([A-Za-z]+\\$?[0-9]+):\\$?([A-Za-z]+\\$?[0-9]+)[\"']");
    private static final Pattern END_OF_ROWS = Pattern.compile("</(?:[\\w.-]+:)?sheetData\\s*>");
    /** Looked for first, which costs a tenth of looking for the whole. */
    private static final String IN_THE_END = "sheetData";
    private static final int LONGEST_END = 100;
    private static final int PIECE = 64 * 1024;
    private static final int LARGEST_REST = 16 * 1024 * 1024;

    private record Region(int lastRow, int lastColumn) {}

    private record Held(XlsxFile.Cell cell, int lastRow) {}

    private final Map<Long, Region> byFirst = new HashMap<>();
    private final Held[] held;
    private int widest;

    private MergedCells(int mostColumns) {
        held = new Held[mostColumns];
    }

    /** Reads no more than the bytes of the rows, which is many times faster than understanding them. */
    static MergedCells of(InputStream sheet, int mostColumns) throws IOException {
        MergedCells merged = new MergedCells(mostColumns);
        Matcher region = REGION.matcher(behindTheRows(sheet));
        while (region.find()) {
            int column = CellPlace.column(region.group(1));
            int lastColumn = Math.min(CellPlace.column(region.group(2)), mostColumns - 1);
            if (column >= mostColumns) continue;
            merged.widest = Math.max(merged.widest, lastColumn + 1);
            merged.byFirst.put(key(CellPlace.row(region.group(1)), column), new Region(CellPlace.row(region.group(2)), lastColumn));
        }
        return merged;
    }

    private static String behindTheRows(InputStream sheet) throws IOException {
        StringBuilder rest = new StringBuilder();
        String before = "";
        boolean behind = false;
        for (byte[] piece = sheet.readNBytes(PIECE); piece.length > 0; piece = sheet.readNBytes(PIECE)) {
            String text = before + new String(piece, StandardCharsets.ISO_8859_1);
            if (!behind) {
                int near = text.indexOf(IN_THE_END);
                Matcher end = END_OF_ROWS.matcher(text);
                behind = near >= 0 && end.find(Math.max(0, near - LONGEST_END));
                before = behind ? "" : text.substring(Math.max(0, text.length() - LONGEST_END));
                if (behind) rest.append(text, end.end(), text.length());
            } else if (rest.length() < LARGEST_REST) {
                rest.append(text);
            }
        }
        return rest.toString();
    }

    private static long key(int row, int column) {
        return (long) row << 16 | column;
    }

    /** The cells of this row, each with what its region holds. */
    List<XlsxFile.Cell> shared(int row, List<XlsxFile.Cell> cells) {
        if (byFirst.isEmpty()) return cells;
        List<XlsxFile.Cell> all = new ArrayList<>(cells);
        for (int column = 0; column < widest; column++) {
            XlsxFile.Cell own = column < cells.size() ? cells.get(column) : null;
            Region begins = byFirst.get(key(row, column));
            if (begins != null) for (int at = column; at <= begins.lastColumn(); at++) held[at] = new Held(own, begins.lastRow());
            if (held[column] == null || held[column].lastRow() < row) continue;
            while (all.size() <= column) all.add(null);
            all.set(column, held[column].cell());
        }
        return all;
    }
}
