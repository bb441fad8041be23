package org.rectification.notification.web;

import org.rectification.notification.Digests;
import org.springframework.stereotype.Component;

/** The number beside 提醒 in every page's header. A bean that templates ask, so that no controller has to think of it. */
@Component
class UnreadReminders {

    private final Digests digests;

    UnreadReminders(Digests digests) {
        this.digests = digests;
    }

    public long of(String userId) {
        return digests.unreadOf(userId);
    }
}
