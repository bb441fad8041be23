package org.rectification.supervision;

/**
 * A proposal as somebody files it.
 *
 * @param department  code, blank for the whole party
 * @param task        number of the task it is about, blank for none
 * @param answerDueOn an ISO date
 */
public record ProposalDraft(String title, String text, String department, String task, String answerDueOn) {

    public static final ProposalDraft EMPTY = new ProposalDraft("", "", "", "", "");
}
