package org.rectification.board.web;

import java.time.LocalDate;
import org.rectification.rectification.LedgerRow;

/**
 * One thing to do: a line, a button.
 *
 * @param step     what is to be done, in the words of 待办中心
 * @param about    what it is about; {@code href} leads there, null where it leads nowhere
 * @param number   of the case or task, null where {@code about} names it already
 * @param returned sent back by somebody, {@code why} in his words
 * @param row      the task it is about, null for anything else
 * @param daysLeft null where nothing is due; {@code putOffTo} as {@link org.rectification.rectification.Horizon#putOffTo}
 */
record HomeLine(String step, String about, String href, String number, boolean returned, String why, LedgerRow row, Integer daysLeft, LocalDate putOffTo, String button, String buttonHref) {}
