package org.rectification.deadlines;

import org.rectification.notification.Matter;
import org.rectification.organization.Person;
import org.springframework.stereotype.Component;

/** A step of the ladder: settled once the task has left the department's hands or has another deadline, the report was handed in, or it was decided not to take effect. */
@Component
class StepMatter implements Matter {

    private final Ladder ladder;

    StepMatter(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public String kind() {
        return "step";
    }

    @Override
    public boolean concerns(String reference, Person person) {
        return ladder.stands(Long.parseLong(reference));
    }
}
