package org.rectification.evidence;

import java.time.LocalDateTime;

/**
 * A piece of evidence without its content. {@code size} in bytes, {@code sha256} in lower-case hex, {@code uploadedAt} in the JVM's zone.
 *
 * @param taskNumber null for a file outside all tasks, such as a photograph of a supervision check
 * @param measure ordinal of the task's measure that it shows, null where it shows the task as a whole
 */
public record EvidenceFile(long id, String taskNumber, int round, String fileName, FileKind kind, long size, String sha256,
                           String uploadedBy, LocalDateTime uploadedAt, Integer measure) {}
