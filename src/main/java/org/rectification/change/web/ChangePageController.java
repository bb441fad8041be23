package org.rectification.change.web;

import jakarta.servlet.http.HttpServletResponse;
import org.rectification.change.ChangeDraft;
import org.rectification.change.Changes;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 任务调整 on a task's page. What is refused is said above what was typed. */
@Controller
class ChangePageController {

    private final Changes changes;
    private final ChangeSheets sheets;

    ChangePageController(Changes changes, ChangeSheets sheets) {
        this.changes = changes;
        this.sheets = sheets;
    }

    @PostMapping(path = "/tasks/{taskNumber}/changes", headers = "HX-Request")
    String request(@PathVariable String taskNumber, @ModelAttribute("typed") ChangeDraft typed, Person by, Model model, HttpServletResponse response) {
        Complaint complaint = Complaint.NONE;
        try {
            changes.requested(taskNumber, typed, by);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_YOURS) throw refusal;
            complaint = Complaint.of(refusal);
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            response.setHeader("HX-Reswap", "outerHTML");
        }
        model.addAttribute("changes", sheets.of(taskNumber, by, complaint == Complaint.NONE ? ChangeDraft.EMPTY : typed, complaint));
        return "change :: section";
    }
}
