package org.rectification.organization;

import java.util.Set;

/** What these people are in has changed, or may have; whoever keeps logins follows in the same transaction. */
public record MembershipsChanged(Set<String> people) {}
