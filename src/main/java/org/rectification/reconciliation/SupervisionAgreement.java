package org.rectification.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.reconciliation.Reconciliation.RuleFinding;
import org.rectification.reconciliation.RunningSteps.RunningMatter;
import org.rectification.supervision.Campaign;
import org.rectification.supervision.Campaigns;
import org.rectification.supervision.CheckStatus;
import org.rectification.supervision.DepartmentCheck;
import org.rectification.supervision.Proposal;
import org.rectification.supervision.ProposalStatus;
import org.rectification.supervision.Proposals;
import org.springframework.stereotype.Component;

/** Supervision checks and proposals: what is open in the ledger runs exactly once, at the same step, due on the same day. */
@Component
class SupervisionAgreement {

    private static final Map<CheckStatus, String> CHECK_ELEMENT = Map.of(CheckStatus.RECORDING, "Task_RecordFindings", CheckStatus.CORRECTING, "Task_CorrectFindings",
            CheckStatus.RECHECKING, "Task_RecheckFindings");
    private static final Map<ProposalStatus, String> PROPOSAL_ELEMENT = Map.of(ProposalStatus.AWAITING_ANSWER, "Task_AnswerProposal", ProposalStatus.AWAITING_ACCEPTANCE, "Task_AcceptAnswer");

    private final Campaigns campaigns;
    private final Proposals proposals;
    private final RunningSteps running;

    SupervisionAgreement(Campaigns campaigns, Proposals proposals, RunningSteps running) {
        this.campaigns = campaigns;
        this.proposals = proposals;
        this.running = running;
    }

    /**
     * What the ledger holds open.
     *
     * @param element where its instance has to wait, null for a campaign, whose departments decide that
     * @param dueOn   null where the ledger does not say
     */
    private record OpenMatter(String key, String status, String element, LocalDate dueOn) {}

    RuleFinding everyOpenMatterRunsOnce(String caseNumber) {
        List<OpenMatter> open = openIn(caseNumber);
        Map<String, List<RunningMatter>> byKey = running.supervisionOf(caseNumber).stream().collect(Collectors.groupingBy(RunningMatter::key));
        List<String> exceptions = new ArrayList<>();
        for (OpenMatter matter : open) {
            List<RunningMatter> own = byKey.getOrDefault(matter.key(), List.of());
            if (own.size() != 1) exceptions.add(matter.key() + "在台账中为“" + matter.status() + "”，流程中有" + own.size() + "个在办事项，应为1个");
            else if (matter.element() != null && !matter.element().equals(own.get(0).element())) exceptions.add(matter.key() + "在台账中为“" + matter.status() + "”，流程却停在" + own.get(0).element());
            else if (matter.dueOn() != null && !matter.dueOn().equals(own.get(0).dueOn())) exceptions.add(matter.key() + "台账期限为" + matter.dueOn() + "，待办期限为" + own.get(0).dueOn());
        }
        List<String> keys = open.stream().map(OpenMatter::key).toList();
        byKey.keySet().stream().filter(key -> !keys.contains(key)).sorted().forEach(key -> exceptions.add(key + "在台账中已办结或不存在，却有在办流程"));
        return new RuleFinding("每项未办结的督导检查和监督建议恰有一个在办流程，环节和期限与台账一致", open.size(), exceptions);
    }

    /** Campaigns and proposals that somebody still has to finish, as people call them. */
    List<String> unfinished(String caseNumber) {
        return Stream.concat(
                campaigns.of(caseNumber).stream().filter(campaign -> !campaign.isClosed()).map(campaign -> "督导检查“" + campaign.title() + "”（" + campaign.campaignNumber() + "）"),
                proposals.of(caseNumber).stream().filter(proposal -> proposal.status().isOpen()).map(proposal -> "监督建议“" + proposal.title() + "”（" + proposal.proposalNumber() + "）")).toList();
    }

    private List<OpenMatter> openIn(String caseNumber) {
        List<OpenMatter> open = new ArrayList<>();
        List<Campaign> underWay = campaigns.of(caseNumber).stream().filter(campaign -> !campaign.isClosed()).toList();
        Map<String, List<DepartmentCheck>> checks = campaigns.checksOf(underWay);
        for (Campaign campaign : underWay) {
            open.add(new OpenMatter(campaign.campaignNumber(), "未办结", null, null));
            checks.get(campaign.campaignNumber()).stream().filter(check -> check.status().isOpen()).map(check -> open(campaign, check)).forEach(open::add);
        }
        proposals.of(caseNumber).stream().filter(proposal -> proposal.status().isOpen()).map(SupervisionAgreement::open).forEach(open::add);
        return open;
    }

    private static OpenMatter open(Campaign campaign, DepartmentCheck check) {
        LocalDate dueOn = check.status() == CheckStatus.RECORDING ? campaign.checkOn() : check.status() == CheckStatus.CORRECTING ? check.correctionDueOn() : null;
        return new OpenMatter(check.checkKey(), check.status().label(), CHECK_ELEMENT.get(check.status()), dueOn);
    }

    private static OpenMatter open(Proposal proposal) {
        return new OpenMatter(proposal.proposalNumber(), proposal.status().label(), PROPOSAL_ELEMENT.get(proposal.status()),
                proposal.status() == ProposalStatus.AWAITING_ANSWER ? proposal.dueOn() : null);
    }
}
