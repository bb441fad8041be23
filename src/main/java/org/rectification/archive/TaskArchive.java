package org.rectification.archive;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.rectification.organization.Person;
import org.rectification.rectification.RectificationCase;
import org.rectification.rectification.TaskFile;
import org.rectification.reporting.Reporting;

/**
 * 一问题一档: all that is on file about one task.
 *
 * @param supporting  names of departments and outside bodies, empty where nobody supports
 * @param events      the first one first
 * @param reports     the newest first
 * @param enclosures  by folder
 * @param departments code → name
 * @param people      user id → name
 */
public record TaskArchive(TaskFile file, RectificationCase ofCase, List<String> supporting, List<Event> events, List<Reporting.Submitted> reports, Map<String, List<Enclosure>> enclosures,
                          Map<String, String> departments, Map<String, String> people, Person maker, LocalDateTime madeAt) {

    public String taskNumber() {
        return file.row().taskNumber();
    }

    List<Enclosure> files() {
        return enclosures.values().stream().flatMap(List::stream).toList();
    }

    public Folder folder(byte[] index) {
        return new Folder(null, null, taskNumber(), maker, madeAt, index, files());
    }
}
