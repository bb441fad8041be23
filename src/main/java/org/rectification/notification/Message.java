package org.rectification.notification;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A digest on its way out of the house.
 *
 * @param messageId one and the same however often it is sent, so that whoever gets it twice can tell
 * @param receiver  user id of the person it goes to
 * @param about     user id of the person whose digest it is
 * @param settledAt when it was delivered or cancelled, null while it waits
 * @param reason    why it was cancelled, else null
 */
public record Message(long id, long digestId, String messageId, Channel channel, String receiver, String about, LocalDate writtenOn, MessageStatus status,
                      LocalDateTime writtenAt, LocalDateTime settledAt, String reason) {

    private static final String KEY = "TX-";

    /** TX-12, what people and its process call it. */
    public String key() {
        return key(id);
    }

    static String key(long id) {
        return KEY + id;
    }

    /** Empty where the key is none of a message's. */
    static Optional<Long> idIn(String key) {
        return key != null && key.matches(KEY + "\\d{1,18}") ? Optional.of(Long.valueOf(key.substring(KEY.length()))) : Optional.empty();
    }
}
