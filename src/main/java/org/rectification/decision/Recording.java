package org.rectification.decision;

import java.util.List;
import org.rectification.audit.AuditTrail;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore.Upload;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.organization.Secretaries;
import org.rectification.rectification.Footing;
import org.rectification.rectification.PaperSignOffs;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 代录: the leader has decided on paper; his secretary records it with the scan. The walls judge the leader. */
@Service
@Transactional
public class Recording {

    private final Secretaries secretaries;
    private final Organization organization;
    private final PaperSignOffs papers;
    private final DecisionSteps steps;
    private final AuditTrail audit;

    Recording(Secretaries secretaries, Organization organization, PaperSignOffs papers, DecisionSteps steps, AuditTrail audit) {
        this.secretaries = secretaries;
        this.organization = organization;
        this.papers = papers;
        this.steps = steps;
        this.audit = audit;
    }

    /** @throws Refusal NOT_YOURS where this person is not his secretary today */
    @Transactional(readOnly = true)
    public Person leader(String userId, Person secretary) {
        if (userId == null || !secretaries.leadersOf(secretary).contains(userId)) throw Refusal.notYours("您今天不是这位领导的代录人；代录人由领导本人在“代理”页登记");
        return organization.person(userId);
    }

    /** @param signOffs how many wait for the leader */
    public record Awaiting(String leader, String leaderName, long signOffs) {}

    /** For whom this person may record today; which of the tasks he took part in and so may not record is not looked at. */
    @Transactional(readOnly = true)
    public List<Awaiting> awaiting(Person secretary) {
        return secretaries.leadersOf(secretary).stream().map(organization::person)
                .map(leader -> new Awaiting(leader.userId(), leader.name(), steps.waitingFor(leader, Batch.LARGEST).stream().filter(each -> each.step() == Step.SIGN_OFF).count())).toList();
    }

    void record(Ruling ruling, String meeting, Person leader, Person secretary, Upload paper) {
        try {
            EvidenceFile scan = papers.filed(ruling.taskNumber(), leader, secretary, paper);
            steps.decide(Step.SIGN_OFF, ruling, new Footing(meeting, secretary.userId(), scan.id()), leader);
            audit.record(secretary.userId(), "代录销号审定", ruling.taskNumber(), leader.name() + "（" + leader.userId() + "）第" + ruling.round() + "次报验："
                    + (ruling.choice().isYes() ? "同意销号" : "退回") + "，依据“" + scan.fileName() + "”（" + scan.sha256() + "）");
        } catch (Refusal refusal) {
            throw refusal.kind() == Refusal.Kind.RULE || refusal.kind() == Refusal.Kind.NOT_YOURS ? Refusal.ofRule(refusal.getMessage().replace("您", leader.name())) : refusal;
        }
    }
}
