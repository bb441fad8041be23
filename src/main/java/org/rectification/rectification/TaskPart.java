package org.rectification.rectification;

import java.util.List;

/** One of the tasks that another is split into. */
public record TaskPart(String title, String leadDepartment, String leadLeader, String signOffStandard, List<String> measures) {}
