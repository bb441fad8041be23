package org.rectification.supervision;

/** The supervision team has opened a campaign; its process belongs to the same transaction. */
public record CampaignOpened(String campaignNumber) {}
