package org.rectification.supervision;

/** Nobody goes to this department any more. */
public record CheckCalledOff(String checkKey) {}
