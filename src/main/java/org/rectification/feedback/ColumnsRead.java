package org.rectification.feedback;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of the columns of a table.
 *
 * @param read   heading → what it was read as, in the order of the table
 * @param unread headings of columns that were not, a number that only counts the rows left out
 */
public record ColumnsRead(Map<String, String> read, List<String> unread) {

    /** “反馈问题”读作问题标题 */
    public String described() {
        return read.entrySet().stream().map(column -> "“" + column.getKey() + "”读作" + column.getValue()).collect(Collectors.joining("，"));
    }
}
