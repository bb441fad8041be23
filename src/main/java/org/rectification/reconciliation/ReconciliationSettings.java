package org.rectification.reconciliation;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param nightlyAt time of day, Asia/Shanghai, at which all open cases are reconciled; every file of evidence is read, so it belongs into the night */
@ConfigurationProperties("rectification.reconciliation")
public record ReconciliationSettings(@DefaultValue("02:00") LocalTime nightlyAt) {}
