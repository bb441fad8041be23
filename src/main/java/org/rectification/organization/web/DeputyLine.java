package org.rectification.organization.web;

import java.time.LocalDate;
import java.util.Map;
import org.rectification.organization.Deputy;

/**
 * A deputy's days as people read them.
 *
 * @param state      待开始, 代理中, 已结束 or 提前结束
 * @param isEndable  whether the viewer may end it now
 */
record DeputyLine(long id, String absent, String absentName, String deputy, String deputyName, LocalDate from, LocalDate to, String reason, String enteredByName, String state, boolean isEndable) {

    static DeputyLine of(Deputy each, Map<String, String> names, LocalDate today, boolean mayEnd) {
        String state = each.endedAt() != null ? "提前结束" : each.isOver(today) ? "已结束" : each.isInForce(today) ? "代理中" : "待开始";
        return new DeputyLine(each.id(), each.absent(), names.get(each.absent()), each.deputy(), names.get(each.deputy()), each.fromOn(), each.toOn(), each.reason(),
                names.get(each.enteredBy()), state, mayEnd && !each.isOver(today));
    }
}
