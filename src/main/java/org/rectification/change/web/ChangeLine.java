package org.rectification.change.web;

import java.time.LocalDateTime;
import java.util.List;
import org.rectification.change.ChangeKind;
import org.rectification.change.ChangeStatus;

/**
 * A change to a task as people read it.
 *
 * @param number 1 for the task's first request
 * @param what   what is to become of the task, in a sentence
 */
public record ChangeLine(String changeKey, String taskNumber, int number, ChangeKind kind, String kindName, ChangeStatus status, String statusName, String what, String reason, String ground,
                         String leadDepartment, String leadLeader, String target, List<PartLine> parts, String requestedBy, String requestedByName, LocalDateTime requestedAt,
                         String decidedBy, String decidedByName, LocalDateTime decidedAt, String opinion) {

    public record PartLine(String title, String leadDepartment, String leadDepartmentName, String leadLeader, String leadLeaderName, String signOffStandard, List<String> measures) {}
}
