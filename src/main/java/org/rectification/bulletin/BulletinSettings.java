package org.rectification.bulletin;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * 联系方式 that a new bulletin begins with; the office changes them on the bulletin's page.
 *
 * @param phone   null for none, as are the others
 */
@ConfigurationProperties("rectification.bulletin")
public record BulletinSettings(String phone, String mail, String address) {

    Contacts contacts() {
        return new Contacts(filled(phone), filled(mail), filled(address));
    }

    private static String filled(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
