package org.rectification.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.rectification.supervision.CampaignDraft;
import org.rectification.supervision.Campaigns;
import org.rectification.supervision.ProposalDraft;
import org.rectification.supervision.Proposals;
import org.rectification.todo.Todos;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** 督导检查 and 监督建议 on a case's page, and the page of one campaign. What is refused is said above what was typed. */
@Controller
@RequestMapping("/cases/{caseNumber}")
class SupervisionPageController {

    private final Campaigns campaigns;
    private final CampaignSheets campaignSheets;
    private final Proposals proposals;
    private final ProposalSheets proposalSheets;
    private final LedgerView ledger;
    private final Todos todos;

    SupervisionPageController(Campaigns campaigns, CampaignSheets campaignSheets, Proposals proposals, ProposalSheets proposalSheets, LedgerView ledger, Todos todos) {
        this.campaigns = campaigns;
        this.campaignSheets = campaignSheets;
        this.proposals = proposals;
        this.proposalSheets = proposalSheets;
        this.ledger = ledger;
        this.todos = todos;
    }

    @GetMapping("/campaigns/{number}")
    String campaign(@PathVariable String caseNumber, @PathVariable int number, Person viewer, Model model) {
        return campaignPage(caseNumber, number, viewer, Complaint.NONE, "", model);
    }

    /** The page as it is afterwards; refused, with what was typed. */
    @PostMapping(path = "/campaigns/{number}/calling-off", headers = "HX-Request")
    String callOff(@PathVariable String caseNumber, @PathVariable int number, @RequestParam(defaultValue = "") List<String> departments, @RequestParam(defaultValue = "") String reason,
                   Person by, Model model, HttpServletResponse response) {
        String campaign = campaigns.campaign(caseNumber, number).campaignNumber();
        Complaint complaint = complaintOf(() -> campaigns.calledOff(campaign, departments, reason, by), response);
        return campaignPage(caseNumber, number, by, complaint, reason, model) + " :: main";
    }

    private String campaignPage(String caseNumber, int number, Person viewer, Complaint complaint, String reason, Model model) {
        CampaignSheet sheet = campaignSheets.sheet(caseNumber, number, viewer);
        List<String> keys = Stream.concat(Stream.of(sheet.line().campaignNumber()), sheet.departments().stream().map(CheckLine::checkKey)).toList();
        Map<String, String> todoOf = todos.on(keys, viewer).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, todo -> todo.getValue().link()));
        model.addAttribute("ofCase", ledger.caseOf(caseNumber));
        model.addAttribute("sheet", sheet);
        model.addAttribute("line", sheet.line());
        model.addAttribute("todoOf", todoOf);
        model.addAttribute("opener", viewer.isIn(Groups.SUPERVISION_TEAM));
        model.addAttribute("complaint", complaint);
        model.addAttribute("reason", reason);
        return "campaign";
    }

    @PostMapping(path = "/campaigns", headers = "HX-Request")
    String open(@PathVariable String caseNumber, @ModelAttribute("typed") CampaignDraft typed, Person by, Model model, HttpServletResponse response) {
        Complaint complaint = complaintOf(() -> campaigns.opened(caseNumber, typed, by), response);
        model.addAttribute("campaigns", campaignSheets.onCase(caseNumber, by, complaint == Complaint.NONE ? CampaignDraft.EMPTY : typed, complaint));
        return "campaigns :: ofCase";
    }

    @PostMapping(path = "/proposals", headers = "HX-Request")
    String file(@PathVariable String caseNumber, @ModelAttribute("typed") ProposalDraft typed, @RequestPart(name = "file", required = false) List<MultipartFile> files,
                Person by, Model model, HttpServletResponse response) {
        Complaint complaint = complaintOf(() -> proposals.filed(caseNumber, typed, by, UploadedFile.all(files)), response);
        model.addAttribute("proposals", proposalSheets.onCase(caseNumber, by, complaint == Complaint.NONE ? ProposalDraft.EMPTY : typed, complaint));
        return "proposals :: ofCase";
    }

    private static Complaint complaintOf(Runnable deed, HttpServletResponse response) {
        try {
            deed.run();
            return Complaint.NONE;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNKNOWN || refusal.kind() == Refusal.Kind.NOT_YOURS) throw refusal;
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            response.setHeader("HX-Reswap", "outerHTML");
            return Complaint.ofOneRow(refusal);
        }
    }
}
