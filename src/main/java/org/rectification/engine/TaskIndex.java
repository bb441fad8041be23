package org.rectification.engine;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * For lists that stay quick however many tasks are open: counted by who has claimed what, without reading the tasks themselves, and walked
 * in the order in which people see them. The table is the engine's, so Flyway comes too early for it.
 */
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
        jdbc.sql("create index if not exists act_ru_variable_by_flag on act_ru_variable (name_, long_, task_id_, type_)").update();
        jdbc.sql("create index if not exists act_ru_task_by_due_date on act_ru_task (due_date_, create_time_)").update();
    }
}
