package org.rectification.deadlines;

import java.util.Set;

/**
 * What the table says a situation calls for.
 *
 * @param height       the higher, the graver
 * @param level        in users' words: 提醒, 催办, 督办单 …
 * @param confirmedBy  group id of those who confirm it before it takes effect, null where nobody has to
 * @param letter       name of the letter's template, null where none is written
 * @param tableVersion the version of the table that decided
 */
public record Rung(int height, String level, Set<Recipient> recipients, String confirmedBy, String letter, int tableVersion) {}
