package org.rectification.notification;

/**
 * A message could not be handed over. The reason is read by an admin, in Chinese; it and the log that prints it hold no address, name or
 * secret, which is why what the library threw is not kept. Where it was thrown tells nothing either: a page of it for every try would fill the log.
 */
public class NotDelivered extends RuntimeException {

    public NotDelivered(String reason) {
        super(reason, null, false, false);
    }
}
