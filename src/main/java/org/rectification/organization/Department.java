package org.rectification.organization;

/** A department of the inspected organisation. The code is part of its group ids; users read the name. */
public record Department(String code, String name) {}
