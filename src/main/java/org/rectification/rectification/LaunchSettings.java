package org.rectification.rectification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param chunk most tasks launched in one transaction, 1 to 100 */
@ConfigurationProperties("rectification.launch")
public record LaunchSettings(@DefaultValue("100") int chunk) {

    public LaunchSettings {
        if (chunk < 1 || chunk > 100) throw new IllegalArgumentException("rectification.launch.chunk must be 1 to 100, is " + chunk);
    }
}
