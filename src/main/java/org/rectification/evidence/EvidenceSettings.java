package org.rectification.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxFile  largest single file; keep spring.servlet.multipart.max-file-size above it
 * @param maxRound all files of one round together
 * @param maxFiles most files in one upload
 */
@ConfigurationProperties("rectification.evidence")
public record EvidenceSettings(@DefaultValue("20MB") DataSize maxFile, @DefaultValue("200MB") DataSize maxRound, @DefaultValue("20") int maxFiles) {}
