package org.rectification.supervision.web;

import java.util.List;

/**
 * What a supervision check found and what became of it.
 *
 * @param number     1 for the department's first one
 * @param taskNumber null, as is {@code taskTitle}, where it is about no task
 * @param open       not yet put right and rechecked
 * @param files      as it was found; {@code evidence} shows what was done
 * @param draft      what the form that sent it calls it, null where it gave no name
 */
public record FindingLine(long id, String campaignNumber, int campaign, String campaignTitle, String department, String departmentName, int number, String text,
                          String taskNumber, String taskTitle, String statusName, boolean open, String recordedBy, String recordedByName, String correction,
                          String correctedBy, String correctedByName, List<FileLine> files, List<FileLine> evidence, String draft) {}
