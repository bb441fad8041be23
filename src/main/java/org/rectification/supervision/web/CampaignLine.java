package org.rectification.supervision.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** @param problems numbers of the problems that were picked, empty where departments were */
public record CampaignLine(String campaignNumber, int number, String title, LocalDate checkOn, List<Integer> problems, String note, CampaignStatus status, String statusName,
                           String openedBy, String openedByName, LocalDateTime openedAt, Figures figures, String summary, String summarisedBy,
                           String summarisedByName, LocalDateTime summarisedAt) {

    /**
     * @param departments without those that are not visited any more
     * @param checked   departments that were looked into
     * @param corrected findings that were put right and rechecked
     * @param returned  how often a correction was not enough
     */
    public record Figures(int departments, int checked, int clear, int findings, int corrected, int returned) {}
}
