package org.rectification.rectification.web;

import java.util.List;
import org.rectification.bulletin.Bulletins;
import org.rectification.lookback.LookBackDraws;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseOpinions;
import org.rectification.rectification.CaseProgressView;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.PlanChanges;
import org.rectification.register.RegisterFigures;
import org.rectification.reporting.StalledTasks;
import org.rectification.refusal.web.Complaint;
import org.rectification.supervision.CampaignDraft;
import org.rectification.supervision.ProposalDraft;
import org.rectification.supervision.web.CampaignSheets;
import org.rectification.supervision.web.ProposalSheets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One case: the plan while it is written, how it goes once its tasks are launched. */
@Controller
class CasePageController {

    private static final int MOST_STALLED = 100;
    private static final String MOST_URGENT = "8";

    private final LedgerView ledger;
    private final LedgerRows rows;
    private final CaseProgressView progress;
    private final StalledTasks stalled;
    private final LookBackDraws lookBacks;
    private final Desks desks;
    private final CaseOpinions opinions;
    private final PlanChanges changes;
    private final CampaignSheets campaigns;
    private final ProposalSheets proposals;
    private final RegisterFigures registers;
    private final Bulletins bulletins;
    private final TakeoverSheets takeovers;

    CasePageController(LedgerView ledger, LedgerRows rows, CaseProgressView progress, StalledTasks stalled, LookBackDraws lookBacks, Desks desks, CaseOpinions opinions, PlanChanges changes,
                       CampaignSheets campaigns, ProposalSheets proposals, RegisterFigures registers, Bulletins bulletins, TakeoverSheets takeovers) {
        this.ledger = ledger;
        this.rows = rows;
        this.progress = progress;
        this.stalled = stalled;
        this.lookBacks = lookBacks;
        this.desks = desks;
        this.opinions = opinions;
        this.changes = changes;
        this.campaigns = campaigns;
        this.proposals = proposals;
        this.registers = registers;
        this.bulletins = bulletins;
        this.takeovers = takeovers;
    }

    @GetMapping("/cases/{caseNumber}")
    String page(@PathVariable String caseNumber, Person viewer, Model model) {
        Desk desk = desks.of(caseNumber, viewer);
        model.addAttribute("desk", desk);
        model.addAttribute("ofCase", ledger.caseOf(caseNumber));
        model.addAttribute("aspects", desks.aspects(desk));
        model.addAttribute("opinions", opinions.of(caseNumber));
        model.addAttribute("changes", changes.of(caseNumber));
        model.addAttribute("campaigns", campaigns.onCase(caseNumber, viewer, CampaignDraft.EMPTY, Complaint.NONE));
        model.addAttribute("registerTotals", registers.totals(caseNumber).inWords());
        model.addAttribute("proposals", proposals.onCase(caseNumber, viewer, ProposalDraft.EMPTY, Complaint.NONE));
        model.addAttribute("bulletinDue", desk.figures().stage().compareTo(CaseStage.SUMMARISING) >= 0);
        model.addAttribute("bulletinPending", bulletins.pending(caseNumber, viewer));
        if (desk.figures().stage().isLaunched()) addLedger(desk, model);
        else model.addAttribute("historical", takeovers.listed(caseNumber, viewer));
        if (desk.editable()) model.addAttribute("form", ProblemForm.empty(null));
        return "case";
    }

    private void addLedger(Desk desk, Model model) {
        model.addAttribute("progress", progress.of(desk.caseNumber(), desk.viewer()));
        model.addAttribute("stalled", desk.viewer().readsEverything() ? stalled.of(desk.caseNumber(), MOST_STALLED) : List.of());
        model.addAttribute("mostStalled", MOST_STALLED);
        model.addAttribute("lookBackDue", desk.figures().signedOff() == desk.figures().tasks() ? lookBacks.due(desk.caseNumber()).orElse(null) : null);
        model.addAttribute("lights", rows.lights(desk.caseNumber(), LedgerFilter.NONE, desk.viewer()));
        model.addAttribute("urgent", rows.rows(desk.caseNumber(), LedgerFilter.NONE, null, MOST_URGENT, "urgency", desk.viewer()));
    }
}
