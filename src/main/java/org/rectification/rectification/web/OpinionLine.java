package org.rectification.rectification.web;

import java.time.LocalDateTime;
import java.util.Map;
import org.rectification.organization.Groups;
import org.rectification.rectification.CaseOpinions.CaseOpinion;
import org.rectification.rectification.CaseOpinions.Step;

record OpinionLine(Step step, String stepName, int version, String group, String groupName, String person, String personName, Boolean approved,
                   String opinion, String grade, LocalDateTime givenAt) {

    static OpinionLine of(CaseOpinion opinion, Map<String, String> people) {
        return new OpinionLine(opinion.step(), opinion.step().label(), opinion.version(), opinion.groupId(), Groups.NAMES.getOrDefault(opinion.groupId(), opinion.groupId()),
                opinion.person(), people.getOrDefault(opinion.person(), opinion.person()), opinion.approved(), opinion.opinion(), opinion.grade(), opinion.givenAt());
    }
}
