package org.rectification.supervision;

import java.util.List;

/**
 * A campaign as somebody asks for it.
 *
 * @param checkOn     an ISO date
 * @param departments codes
 * @param problems    numbers of problems, which stand for the departments that lead their tasks
 */
public record CampaignDraft(String title, String checkOn, List<String> departments, List<Integer> problems, String note) {

    public static final CampaignDraft EMPTY = new CampaignDraft("", "", List.of(), List.of(), "");

    public CampaignDraft {
        departments = departments == null ? List.of() : departments;
        problems = problems == null ? List.of() : problems;
    }
}
