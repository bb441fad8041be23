package org.rectification.rectification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param longestDays calendar days that one 客观受阻 may last from its approval; what lasts longer is asked for and approved anew */
@ConfigurationProperties("rectification.blocked")
public record BlockSettings(@DefaultValue("180") int longestDays) {

    public BlockSettings {
        if (longestDays < 1) throw new IllegalArgumentException("rectification.blocked.longest-days must be at least 1, is " + longestDays);
    }
}
