package org.rectification.deadlines;

import org.rectification.notification.Matter;
import org.rectification.organization.Person;
import org.rectification.todo.Todos;
import org.springframework.stereotype.Component;

/** A step that waits for a person: settled once it is done, withdrawn, or claimed by a colleague. */
@Component
class TodoMatter implements Matter {

    private final Todos todos;

    TodoMatter(Todos todos) {
        this.todos = todos;
    }

    @Override
    public String kind() {
        return "todo";
    }

    @Override
    public boolean concerns(String reference, Person person) {
        return todos.isOffered(reference, person);
    }
}
