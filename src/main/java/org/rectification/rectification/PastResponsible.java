package org.rectification.rectification;

import java.time.LocalDateTime;

/**
 * Who led a task for a while.
 *
 * @param since null for those it was issued to
 */
public record PastResponsible(String leadDepartment, String leadLeader, LocalDateTime since, LocalDateTime until, String reason) {}
