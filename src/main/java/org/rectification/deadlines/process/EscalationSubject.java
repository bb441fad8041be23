package org.rectification.deadlines.process;

import org.rectification.deadlines.Escalation;
import org.rectification.deadlines.Escalations;
import org.rectification.engine.Barred;
import org.rectification.engine.Subject;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.springframework.stereotype.Component;

@Component
class EscalationSubject implements Subject {

    private final Escalations escalations;
    private final Organization organization;

    EscalationSubject(Escalations escalations, Organization organization) {
        this.escalations = escalations;
        this.organization = organization;
    }

    @Override
    public String process() {
        return EscalationProcess.KEY;
    }

    @Override
    public String of(String escalationKey) {
        Escalation step = escalations.step(escalationKey);
        return step.level() + (step.title().equals(organization.departmentNames().get(step.department())) ? "" : "：" + step.title());
    }

    @Override
    public String page(String escalationKey) {
        return "/cases/" + escalations.step(escalationKey).caseNumber() + "/ladder";
    }

    @Override
    public Barred barred(String element, String escalationKey) {
        Escalation step = escalations.step(escalationKey);
        return Groups.LEADING_GROUP.equals(step.confirmedBy()) ? Barred.leader(step.leadLeader()) : Barred.NOBODY;
    }

    @Override
    public String department(String escalationKey) {
        return escalations.step(escalationKey).department();
    }
}
