package org.rectification.lookback.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.rectification.lookback.LookBackDraws;
import org.rectification.lookback.LookBackSettings;
import org.rectification.lookback.LookBacks;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.RectificationCase;
import org.rectification.rectification.RectificationTask;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When a case is looked back at, how much of it, and what came of it. */
@Controller
@RequestMapping("/cases/{caseNumber}/look-back")
class LookBackPageController {

    private final LookBackDraws draws;
    private final LookBacks lookBacks;
    private final LookBackSettings settings;
    private final LedgerView ledger;
    private final Organization organization;

    LookBackPageController(LookBackDraws draws, LookBacks lookBacks, LookBackSettings settings, LedgerView ledger, Organization organization) {
        this.draws = draws;
        this.lookBacks = lookBacks;
        this.settings = settings;
        this.ledger = ledger;
        this.organization = organization;
    }

    @GetMapping
    String page(@PathVariable String caseNumber, Person viewer, Model model) {
        describe(caseNumber, viewer, draws.share(caseNumber), null, model);
        model.addAttribute("titles", ledger.tasks(caseNumber).stream().collect(Collectors.toMap(RectificationTask::taskNumber, RectificationTask::title)));
        model.addAttribute("people", organization.personNames());
        return "look-back";
    }

    /** What a share would come to, before it is chosen. */
    @GetMapping(path = "/share", headers = "HX-Request")
    String preview(@PathVariable String caseNumber, @RequestParam String share, Person viewer, Model model) {
        boolean possible = LookBackDraws.isShare(read(share));
        describe(caseNumber, viewer, possible ? read(share) : draws.share(caseNumber), possible ? null : LookBackDraws.NO_SHARE, model);
        return "looking-back :: share";
    }

    @PostMapping(path = "/share", headers = "HX-Request")
    String choose(@PathVariable String caseNumber, @RequestParam String share, Person by, Model model, HttpServletResponse response) {
        String objection = null;
        try {
            draws.chooseShare(caseNumber, read(share), by);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INPUT) throw refusal;
            objection = refusal.getMessage();
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            response.setHeader("HX-Reswap", "outerHTML");
        }
        describe(caseNumber, by, objection == null ? read(share) : draws.share(caseNumber), objection, model);
        model.addAttribute("saved", objection == null);
        return "looking-back :: share";
    }

    /** What is no number is outside every bound. */
    private static int read(String share) {
        return share.matches("\\d{1,3}") ? Integer.parseInt(share) : 0;
    }

    private void describe(String caseNumber, Person viewer, int share, String objection, Model model) {
        if (!viewer.readsEverything()) throw Refusal.notYours("回头看涉及全部科室，您无权查看");
        RectificationCase ofCase = ledger.caseOf(caseNumber);
        boolean drawn = !draws.draws(caseNumber).isEmpty();
        model.addAttribute("ofCase", ofCase);
        model.addAttribute("departments", organization.departmentNames());
        model.addAttribute("lookBack", new LookBackSheet(!drawn && viewer.isIn(Groups.SUPERVISION_TEAM), settings.months(),
                ofCase.isAllSignedOff() ? draws.due(caseNumber).orElse(null) : null, share, draws.tasksByDepartment(caseNumber), draws.draws(caseNumber),
                lookBacks.ofCase(caseNumber), objection));
    }
}
