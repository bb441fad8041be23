package org.rectification.supervision.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A campaign with its departments, as far as somebody may read them. */
public record CampaignSheet(@JsonUnwrapped CampaignLine line, List<CheckLine> departments) {}
