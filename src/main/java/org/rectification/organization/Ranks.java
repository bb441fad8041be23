package org.rectification.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whose rank suffices for another's place: a decision weighs as much as whoever makes it. */
@Component
public class Ranks {

    private static final Set<String> SUPERVISING = Set.of(Groups.SUPERVISION_TEAM, Groups.DISCIPLINE_COMMITTEE, Groups.DISCIPLINE_INSPECTION);

    private final Organization organization;

    Ranks(Organization organization) {
        this.organization = organization;
    }

    /** As users say it: {@code place} is what the one is, {@code fitting} who the other would have to be. */
    public record Gap(String place, String fitting) {}

    /** Places of the one, both taken by themselves, that the other may not take; empty where he fits. */
    public List<Gap> between(Person one, Person other) {
        return between(one, other, organization.departments());
    }

    /** Those between whom and the one there is no gap. */
    List<Person> fitting(Person one, List<Person> others) {
        List<Department> departments = organization.departments();
        return others.stream().filter(other -> between(one, other, departments).isEmpty()).toList();
    }

    private static List<Gap> between(Person one, Person other, List<Department> departments) {
        List<Gap> gaps = new ArrayList<>();
        if (one.isIn(Groups.LEADING_GROUP) && !other.isIn(Groups.LEADING_GROUP) && !other.headsAnyDepartment()) gaps.add(new Gap("领导小组成员", "领导小组成员或科室负责人"));
        if (one.groups().stream().anyMatch(SUPERVISING::contains) && other.groups().stream().noneMatch(SUPERVISING::contains)) {
            gaps.add(new Gap(Groups.NAMES.entrySet().stream().filter(group -> SUPERVISING.contains(group.getKey()) && one.isIn(group.getKey())).findFirst().orElseThrow().getValue() + "成员",
                    "督导检查组、机关纪委或派驻纪检监察组的成员"));
        }
        departments.stream().filter(department -> one.headsDepartment(department.code()) && !other.headsAnyDepartment() && !other.departments().contains(department.code()))
                .forEach(department -> gaps.add(new Gap(department.name() + "负责人", "本科室的人或其他科室负责人")));
        return gaps;
    }
}
