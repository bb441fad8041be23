package org.rectification.rectification;

import java.util.List;

/** Tasks were claimed outside the case's launch; each gets its instance in the same transaction. */
public record TasksClaimed(List<String> taskNumbers) {}
