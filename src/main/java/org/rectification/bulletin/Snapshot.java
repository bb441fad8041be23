package org.rectification.bulletin;

import java.util.List;

/** A case's figures on a day, and the texts that they and the departments' words propose. */
record Snapshot(BulletinFacts facts, List<Section> proposed) {}
