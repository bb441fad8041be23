package org.rectification.notification;

import java.time.LocalDateTime;
import java.util.Map;

/** How the delivery of each waiting message goes. */
public interface Deliveries {

    /**
     * @param instance    what 流程监控 calls it
     * @param triesLeft   0 where the system has given up and an admin has to let it try again
     * @param nextAt      when it is tried next
     * @param lastFailure in Chinese, null before anything failed
     */
    record Delivery(String instance, int triesLeft, LocalDateTime nextAt, String lastFailure) {}

    /** Message key → its delivery. */
    Map<String, Delivery> running();
}
