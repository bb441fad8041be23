package org.rectification.extension.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.rectification.extension.ExtensionStatus;
import org.rectification.rectification.TaskFile.EvidenceLine;

/**
 * A request for a later deadline as people read it.
 *
 * @param number          1 for the task's first request
 * @param presentDeadline the deadline it was asked against; {@code deadline} is the one it asks for
 * @param awaited         who has to act now, null once it is answered
 * @param signatures      in the order given
 */
public record ExtensionLine(String extensionKey, String taskNumber, int number, ExtensionStatus status, String statusName, LocalDate presentDeadline, LocalDate deadline,
                            String reason, String requestedBy, String requestedByName, LocalDateTime requestedAt, String awaited, List<Signature> signatures,
                            List<EvidenceLine> evidence) {

    public record Signature(String step, String person, String personName, boolean approved, String opinion, LocalDateTime signedAt) {}
}
