package org.rectification.engine;

/** The application is whole and nobody has been let in yet: models and whatever must be there first are laid out now, in the listeners' order. */
public record DoorsOpening() {}
