package org.rectification.security;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rectification.engine.TaskCard;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people choose from on the left of Tasklist. Each sees in them only what is offered to him. */
@Component
class Filters {

    private final FilterService filters;
    private final TaskService tasks;

    Filters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void offer() {
        if (filters.createFilterQuery().count() > 0) return;
        offer("全部待办", "由我或我所在科室（组）办理的事项", 0, tasks.createTaskQuery().initializeFormKeys());
        offer("待认领", "尚无人认领的事项", 10, tasks.createTaskQuery().taskUnassigned().initializeFormKeys());
    }

    private void offer(String name, String description, int priority, TaskQuery query) {
        var filter = filters.newTaskFilter(name);
        filter.setQuery(query.orderByDueDate().asc());
        filter.setProperties(Map.of("description", description, "priority", priority, "color", "#1f5f99", "refresh", true, "showUndefinedVariable", false,
                "variables", List.of(Map.of("name", TaskCard.BUSINESS_KEY, "label", "编号"), Map.of("name", TaskCard.SUBJECT, "label", "事项"))));
        filters.saveFilter(filter);
    }
}
