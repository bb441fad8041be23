package org.rectification.archive;

import java.util.Map;

/** As people and departments are called today. */
record Names(Map<String, String> people, Map<String, String> departments) {

    /** @param userId null for nobody */
    String person(String userId) {
        return userId == null ? null : people.getOrDefault(userId, userId);
    }

    String department(String code) {
        return departments.getOrDefault(code, code);
    }
}
