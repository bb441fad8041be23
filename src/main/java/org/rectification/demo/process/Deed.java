package org.rectification.demo.process;

import java.time.LocalDateTime;
import java.util.function.Consumer;

/**
 * Something that somebody of the demo did.
 *
 * @param step    the element completed, or in a word what else was done
 * @param subject the business key it was done on
 */
record Deed(LocalDateTime at, String person, String step, String subject, Consumer<Desk> act) {

    @Override
    public String toString() {
        return at + " " + person + " " + step + " " + subject;
    }
}
