package org.rectification.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param window how long an admin may intervene after having said why */
@ConfigurationProperties("rectification.break-glass")
public record BreakGlassSettings(@DefaultValue("15m") Duration window) {}
