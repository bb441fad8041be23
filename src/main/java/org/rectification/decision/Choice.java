package org.rectification.decision;

/** What somebody decides on one task of a batch. {@code SUSTAIN} is a yes with 完成并长期坚持, at the sign-off only; {@code SKIP} leaves the task where it is. */
public enum Choice {
    APPROVE, SUSTAIN, RETURN, SKIP;

    public boolean isYes() {
        return this == APPROVE || this == SUSTAIN;
    }
}
