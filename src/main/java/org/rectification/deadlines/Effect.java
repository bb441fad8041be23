package org.rectification.deadlines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * Whether a step took effect, by whom, and what came of it.
 *
 * @param lapsesOn   last day on which it may be confirmed, null where nobody has to
 * @param decidedBy  user id, null while nobody has decided and where it lapsed
 * @param opinion    of who decided, or why it lapsed
 * @param concerned  user ids of those it is counted for as persons, empty unless it was confirmed
 * @param letterYear of the letter's number, null as long as there is none
 */
public record Effect(StepStatus status, LocalDate lapsesOn, String decidedBy, LocalDateTime decidedAt, String opinion, Set<String> concerned, Integer letterYear, Integer letterNumber) {

    static Effect atOnce() {
        return new Effect(StepStatus.TAKEN, null, null, null, null, Set.of(), null, null);
    }

    static Effect awaitedUntil(LocalDate lapsesOn) {
        return new Effect(StepStatus.AWAITING, lapsesOn, null, null, null, Set.of(), null, null);
    }

    Effect numbered(int year, int number) {
        return new Effect(status, lapsesOn, decidedBy, decidedAt, opinion, concerned, year, number);
    }
}
