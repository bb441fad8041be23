package org.rectification.notification;

import java.util.Optional;
import org.rectification.organization.Person;

/** Carries messages out of the house over one channel. */
public interface Notifier {

    Channel channel();

    /** Where it reaches this person, masked as it may be shown to others; empty where it does not. */
    Optional<String> reaches(Person person);

    /**
     * Returns once somebody else has taken the message over.
     *
     * @throws NotDelivered when nobody has, as far as one can tell
     */
    void send(Dispatch dispatch);
}
