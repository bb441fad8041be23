package org.rectification.organization;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param office        code of the general office, whose people may be a leader's secretaries beside those of the rectification office
 * @param objectionDays working days within which a leader may object to what was recorded for him
 */
@ConfigurationProperties("rectification.secretary")
public record SecretarySettings(@DefaultValue("general") String office, @DefaultValue("3") int objectionDays) {

    public SecretarySettings {
        if (objectionDays < 1) throw new IllegalArgumentException("rectification.secretary.objection-days must be at least 1, is " + objectionDays);
    }
}
