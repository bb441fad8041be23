package org.rectification.deadlines;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;

/** Whom a rung is told to, as the table writes it. */
public enum Recipient {
    HANDLER("经办人"), HEAD("科室负责人"), LEADER("责任领导"), OFFICE("整改办"), LEADING_GROUP("领导小组"), DISCIPLINE_INSPECTION("派驻纪检监察组");

    private final String label;

    Recipient(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException for a word the table must not use */
    public static Recipient of(String label) {
        return Stream.of(values()).filter(each -> each.label.equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("escalation-level names the recipient “" + label + "”, known are " + List.of(values())));
    }

    Stream<Person> among(Collection<Person> people, String department, String leadLeader) {
        return people.stream().filter(person -> switch (this) {
            case HANDLER -> person.handlesFor(department) && !person.headsDepartment(department);
            case HEAD -> person.headsDepartment(department);
            case LEADER -> leadLeader != null && person.answersFor(leadLeader);
            case OFFICE -> person.isIn(Groups.RECTIFICATION_OFFICE);
            case LEADING_GROUP -> person.isIn(Groups.LEADING_GROUP);
            case DISCIPLINE_INSPECTION -> person.isIn(Groups.DISCIPLINE_INSPECTION);
        });
    }
}
