package org.rectification.engine;

/** A setting that must come from the environment and does not. */
class MissingSetting extends RuntimeException {

    MissingSetting(String name) {
        super(name + " is not set, and there is no safe default for it.");
    }
}
