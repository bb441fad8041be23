package org.rectification.notification;

import java.time.LocalDate;
import java.util.List;

/** 每日提醒: everything one person is told on one day, in one message. */
public record Digest(String person, LocalDate writtenOn, List<Line> lines) {

    /**
     * @param link    path within this application, null where there is nothing to open
     * @param matters {@link Matter}s, separated by blanks; the line is worth telling as long as none of them is settled. Null for what never is
     */
    public record Line(String heading, String text, String link, String matters) {}
}
