package org.rectification.engine;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has claimed which task, without reading the tasks themselves: every filter of Tasklist counts by it. The table is the engine's, so Flyway comes too early for it. */
@Component
class TaskIndex {

    private final JdbcClient jdbc;

    TaskIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(DoorsOpening.class)
    @Order(0)
    void create() {
        jdbc.sql("create index if not exists act_ru_task_by_claim on act_ru_task (id_, assignee_, suspension_state_)").update();
    }
}
