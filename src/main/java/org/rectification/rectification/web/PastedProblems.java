package org.rectification.rectification.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.rectification.rectification.ProblemDraft;

/** Problems as a table program puts them on the clipboard: 方面, 标题, 表述 in columns; a cell merged over several rows is filled in its first only. */
final class PastedProblems {

    private static final CSVFormat QUOTED = CSVFormat.TDF.builder().setTrailingData(true).setLenientEof(true).setIgnoreEmptyLines(true).setIgnoreSurroundingSpaces(false).get();
    private static final Set<String> HEADINGS = Set.of("方面", "所属方面", "问题方面");

    private PastedProblems() {}

    static List<ProblemDraft> read(String pasted) {
        List<ProblemDraft> drafts = new ArrayList<>();
        String aspect = "";
        for (List<String> cells : rows(pasted)) {
            if (cells.stream().allMatch(String::isBlank) || drafts.isEmpty() && HEADINGS.contains(cells.get(0))) continue;
            if (!cells.get(0).isBlank()) aspect = cells.get(0);
            drafts.add(new ProblemDraft(aspect, cell(cells, 1), cell(cells, 2), "FEEDBACK", cell(cells, 3), null));
        }
        return drafts;
    }

    private static List<List<String>> rows(String pasted) {
        try (var table = QUOTED.parse(new java.io.StringReader(pasted))) {
            return table.stream().map(CSVRecord::toList).map(cells -> cells.stream().map(String::strip).toList()).toList();
        } catch (UncheckedIOException | IOException | IllegalStateException e) {
            return Arrays.stream(pasted.split("\\R")).map(line -> Arrays.stream(line.split("\t", -1)).map(String::strip).toList()).toList();
        }
    }

    private static String cell(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
