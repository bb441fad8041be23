package org.rectification.extension;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param longestDays most days that one extension may add to the present deadline; half a year, because what takes longer is a
 *                    new deadline that the plan has to give, or 客观受阻
 */
@ConfigurationProperties("rectification.extension")
public record ExtensionSettings(@DefaultValue("180") int longestDays) {

    public ExtensionSettings {
        if (longestDays < 1) throw new IllegalArgumentException("rectification.extension.longest-days must be at least 1, is " + longestDays);
    }
}
