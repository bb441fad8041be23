package org.rectification.notification;

import org.rectification.organization.Person;

/** A kind of thing that lines of a digest are about. It is asked again when the message is about to leave the house. */
public interface Matter {

    /** Stands before the colon in {@link Digest.Line#matters}. */
    String kind();

    /** Whether this one, named as behind the colon, is still open and this person's business. */
    boolean concerns(String reference, Person person);

    default String named(Object reference) {
        return kind() + ":" + reference;
    }
}
