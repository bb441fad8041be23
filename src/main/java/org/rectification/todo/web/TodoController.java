package org.rectification.todo.web;

import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.rectification.todo.Todos;
import org.rectification.todo.Whereabouts;
import org.rectification.todo.Whereabouts.Trace;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where links to a step lead: they are read days later, when a colleague may have done it. */
@Controller
class TodoController {

    private final Todos todos;
    private final Whereabouts whereabouts;
    private final Organization organization;

    TodoController(Todos todos, Whereabouts whereabouts, Organization organization) {
        this.todos = todos;
        this.whereabouts = whereabouts;
        this.organization = organization;
    }

    /** The matter's page judges who may read it; only there the sentence, which names people, is said. */
    @GetMapping("/todos/{id}")
    String follow(@PathVariable String id, Person reader, RedirectAttributes next) {
        if (todos.isOffered(id, reader)) return "redirect:/camunda/app/tasklist/default/#/?task=" + id;
        Trace trace = trace(id);
        next.addFlashAttribute("whereabouts", trace.told(organization.personNames()));
        return "redirect:" + trace.page();
    }

    /** What the step is about, to be read beside its form. */
    @GetMapping("/todos/{id}/matter")
    String matter(@PathVariable String id, RedirectAttributes next) {
        next.addAttribute("bare", "");
        return "redirect:" + trace(id).page();
    }

    private Trace trace(String id) {
        return whereabouts.of(id).orElseThrow(() -> Refusal.unknown("没有这件待办：它可能早已办结，并已从待办中心清出"));
    }
}
