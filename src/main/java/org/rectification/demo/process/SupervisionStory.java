package org.rectification.demo.process;

import static org.rectification.supervision.process.DepartmentCheckProcess.CORRECTION_DAYS;
import static org.rectification.supervision.process.DepartmentCheckProcess.CORRECT_FINDINGS;
import static org.rectification.supervision.process.DepartmentCheckProcess.FINDINGS_FOUND;
import static org.rectification.supervision.process.DepartmentCheckProcess.RECHECK_FINDINGS;
import static org.rectification.supervision.process.DepartmentCheckProcess.RECHECK_PASSED;
import static org.rectification.supervision.process.DepartmentCheckProcess.RECORD_FINDINGS;
import static org.rectification.supervision.process.SupervisionProposalProcess.ACCEPT_ANSWER;
import static org.rectification.supervision.process.SupervisionProposalProcess.ANSWER;
import static org.rectification.supervision.process.SupervisionProposalProcess.ANSWER_ACCEPTED;
import static org.rectification.supervision.process.SupervisionProposalProcess.ANSWER_PROPOSAL;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.rectification.demo.process.CaseScript.CampaignScript;
import org.rectification.demo.process.CaseScript.CheckScript;
import org.rectification.demo.process.CaseScript.FindingScript;
import org.rectification.demo.process.CaseScript.ProposalScript;
import org.rectification.demo.process.Chronicle.Diary;
import org.rectification.supervision.CampaignDraft;
import org.rectification.supervision.ProposalDraft;

/** What the supervision team and the discipline inspection did in a case of the demo. */
class SupervisionStory {

    private static final String INSPECTOR = "discipline1";

    private final CaseScript script;
    private final LocalDate today;
    private final Chronicle chronicle;
    private final LocalDateTime launch;

    SupervisionStory(CaseScript script, LocalDate today, Chronicle chronicle, LocalDateTime launch) {
        this.script = script;
        this.today = today;
        this.chronicle = chronicle;
        this.launch = launch;
    }

    void tell() {
        int campaign = 0;
        for (CampaignScript each : script.campaigns()) open(each, script.caseNumber() + "-DC-" + ++campaign);
        int proposal = 0;
        for (ProposalScript each : script.proposals()) propose(each, script.caseNumber() + "-JY-" + ++proposal);
    }

    private void open(CampaignScript campaign, String key) {
        CampaignDraft draft = new CampaignDraft(campaign.title(), today.plusDays(campaign.checkOn()).toString(), campaign.checks().stream().map(CheckScript::department).toList(), List.of(), campaign.note());
        LocalDateTime opened = chronicle.diary(key, launch).write(campaign.opened(), 9, campaign.by(), "openCampaign", desk -> desk.opensCampaign(campaign.by(), script.caseNumber(), draft));
        campaign.checks().forEach(check -> check(check, key + ":" + check.department(), opened.plusMinutes(30)));
    }

    private void check(CheckScript check, String key, LocalDateTime free) {
        Diary diary = chronicle.diary(key, free);
        for (FindingScript finding : check.findings()) {
            String task = finding.task() == null ? null : script.caseNumber() + "-" + finding.task();
            diary.write(check.day(), 10, check.by(), "recordFinding", desk -> desk.records(check.by(), key, finding.text(), task, finding.shows()));
        }
        boolean found = !check.findings().isEmpty();
        diary.write(check.day(), 11, check.by(), RECORD_FINDINGS,
                desk -> desk.completes(check.by(), key, RECORD_FINDINGS, Map.of(FINDINGS_FOUND.name(), found, CORRECTION_DAYS.name(), String.valueOf(check.days()))));
        if (check.corrected() == null) return;
        String handler = Storyline.handler(check.department(), check.findings().size());
        int nth = 0;
        for (FindingScript finding : check.findings()) {
            int number = nth++;
            diary.write(check.corrected(), 9, handler, "correctFinding", desk -> desk.corrects(handler, key, number, finding.says(), finding.proves()));
        }
        diary.write(check.corrected(), 16, handler, CORRECT_FINDINGS, desk -> desk.completes(handler, key, CORRECT_FINDINGS, Map.of()));
        if (check.rechecked() == null) return;
        diary.write(check.rechecked(), 10, check.recheckedBy(), RECHECK_FINDINGS,
                desk -> desk.completes(check.recheckedBy(), key, RECHECK_FINDINGS, Storyline.judged(check.opinion(), RECHECK_PASSED.name(), true)));
    }

    private void propose(ProposalScript proposal, String key) {
        String task = proposal.task() == null ? null : script.caseNumber() + "-" + proposal.task();
        ProposalDraft draft = new ProposalDraft(proposal.title(), proposal.text(), proposal.department(), task, today.plusDays(proposal.due()).toString());
        Diary diary = chronicle.diary(key, launch);
        diary.write(proposal.filed(), 15, INSPECTOR, "fileProposal", desk -> desk.proposes(INSPECTOR, script.caseNumber(), draft));
        if (proposal.answered() == null) return;
        String by = proposal.department() == null ? "office1" : proposal.department() + "head";
        diary.write(proposal.answered(), 10, by, ANSWER_PROPOSAL, desk -> desk.completes(by, key, ANSWER_PROPOSAL, Map.of(ANSWER.name(), proposal.says())));
        if (proposal.accepted() == null) return;
        diary.write(proposal.accepted(), 15, INSPECTOR, ACCEPT_ANSWER, desk -> desk.completes(INSPECTOR, key, ACCEPT_ANSWER, Storyline.judged(proposal.opinion(), ANSWER_ACCEPTED.name(), true)));
    }
}
