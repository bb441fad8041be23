package org.rectification.extension.process;

import java.util.List;
import org.rectification.extension.Extensions;
import org.rectification.organization.Deputies;
import org.rectification.organization.Groups;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.stereotype.Component;

/** Whom the extension's model offers the endorsement to. */
@Component
public class ExtensionParties {

    private final Extensions extensions;
    private final TaskLifecycle tasks;
    private final Deputies deputies;

    ExtensionParties(Extensions extensions, TaskLifecycle tasks, Deputies deputies) {
        this.extensions = extensions;
        this.tasks = tasks;
        this.deputies = deputies;
    }

    /** Nobody's where the head asked himself. */
    public List<String> endorsingGroups(String extensionKey) {
        if (extensions.leaderWhoEndorses(extensionKey).isPresent()) return List.of();
        return List.of(Groups.headsOf(tasks.task(extensions.extension(extensionKey).taskNumber()).leadDepartment()));
    }

    public List<String> endorsingLeaders(String extensionKey) {
        return extensions.leaderWhoEndorses(extensionKey).stream().flatMap(leader -> deputies.withDeputy(leader).stream()).toList();
    }
}
