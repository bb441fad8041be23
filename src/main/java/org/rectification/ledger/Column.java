package org.rectification.ledger;

import java.util.function.Function;

/**
 * A column of a sheet.
 *
 * @param width in characters, a Chinese one counting two
 * @param value a String, a Number, a LocalDate or a {@link Fulfilment}; null leaves the cell empty
 */
record Column<T>(String heading, double width, Function<T, Object> value) {}
