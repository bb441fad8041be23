package org.rectification.extension.process;

import org.rectification.engine.Barred;
import org.rectification.engine.Subject;
import org.rectification.extension.DeadlineExtension;
import org.rectification.extension.Extensions;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

@Component
class ExtensionSubject implements Subject {

    private final Extensions extensions;
    private final TaskLifecycle tasks;

    ExtensionSubject(Extensions extensions, TaskLifecycle tasks) {
        this.extensions = extensions;
        this.tasks = tasks;
    }

    @Override
    public String process() {
        return DeadlineExtensionProcess.KEY;
    }

    @Override
    public String of(String extensionKey) {
        DeadlineExtension extension = extensions.extension(extensionKey);
        return tasks.task(extension.taskNumber()).title() + "（延至" + extension.newDeadline() + "）";
    }

    @Override
    public String page(String extensionKey) {
        return "/tasks/" + extensions.extension(extensionKey).taskNumber();
    }

    @Override
    public Barred barred(String element, String extensionKey) {
        return Barred.leader(tasks.task(extensions.extension(extensionKey).taskNumber()).leadLeader());
    }

    @Override
    public String department(String extensionKey) {
        return tasks.task(extensions.extension(extensionKey).taskNumber()).leadDepartment();
    }

    @Override
    public String problem(String extensionKey) {
        return tasks.problemOf(extensions.extension(extensionKey).taskNumber());
    }
}
