package org.rectification.rectification;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param reviewingGroups groups that each review a plan, in parallel */
@ConfigurationProperties("rectification.plan")
public record PlanSettings(@DefaultValue({"supervision-team", "discipline-committee"}) List<String> reviewingGroups) {}
