package org.rectification.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import org.rectification.organization.Person;
import org.rectification.rectification.FeedbackCorrection;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 更正反馈问题数 on a case's page, with what of the page depends on it. */
@Controller
class FeedbackCorrectionController {

    private final FeedbackCorrection correction;
    private final Desks desks;

    FeedbackCorrectionController(FeedbackCorrection correction, Desks desks) {
        this.correction = correction;
        this.desks = desks;
    }

    @PostMapping(path = "/cases/{caseNumber}/declared-problems", headers = "HX-Request")
    String correct(@PathVariable String caseNumber, @RequestParam String seen, @RequestParam String declaredProblems, @RequestParam(required = false) String reason, Person by, Model model, HttpServletResponse response) {
        try {
            correction.declared(caseNumber, seen, declaredProblems, reason, by);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNKNOWN || refusal.kind() == Refusal.Kind.NOT_YOURS) throw refusal;
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            response.setHeader("HX-Reswap", "outerHTML");
            model.addAttribute("declaredComplaint", Complaint.ofOneRow(refusal));
            model.addAttribute("declaredTyped", declaredProblems);
            model.addAttribute("declaredReason", reason);
        }
        model.addAttribute("desk", desks.of(caseNumber, by));
        model.addAttribute("oob", true);
        return "drafting :: declaredCorrected";
    }
}
