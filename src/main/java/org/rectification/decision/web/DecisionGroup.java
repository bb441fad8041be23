package org.rectification.decision.web;

import java.util.List;
import org.rectification.decision.Step;

/** What waits at one step in one case. {@code meetings} are those it may rest on, the latest first. */
public record DecisionGroup(Step step, String stepName, String caseNumber, String caseTitle, List<Meeting> meetings, List<DecisionLine> decisions) {

    /** @param name 2026-11-20 领导小组会议 */
    public record Meeting(long id, String name) {}
}
