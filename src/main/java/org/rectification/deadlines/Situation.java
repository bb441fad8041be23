package org.rectification.deadlines;

/**
 * What the table escalation-level decides by.
 *
 * @param kind          IMMEDIATE, TIME_LIMITED or LONG_TERM of a task, REPORT of a department's missing reports
 * @param daysLeft      working days to the deadline, negative once it is over; 0 for reports
 * @param missedReports reports missing in a row, 0 for tasks
 * @param round         of 报验, 0 for reports
 * @param rebounds      how often the task has rebounded, 0 from the first step after a rebound on until the next one, and for reports
 */
public record Situation(String kind, int daysLeft, int missedReports, int round, int rebounds) {

    public static final String REPORT = "REPORT";
}
