package org.rectification.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import org.rectification.organization.Person;
import org.rectification.rectification.BlockDraft;
import org.rectification.rectification.BlockedTasks;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 客观受阻 on a task's page. What is refused is said above what was typed. */
@Controller
@RequestMapping(path = "/tasks/{taskNumber}/blocks", headers = "HX-Request")
class BlockPageController {

    private final BlockedTasks blocked;
    private final BlockSheets sheets;

    BlockPageController(BlockedTasks blocked, BlockSheets sheets) {
        this.blocked = blocked;
        this.sheets = sheets;
    }

    @PostMapping
    String request(@PathVariable String taskNumber, @ModelAttribute("typed") BlockDraft typed, Person by, Model model, HttpServletResponse response) {
        Complaint complaint = Complaint.NONE;
        try {
            blocked.requested(taskNumber, typed, by);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNKNOWN || refusal.kind() == Refusal.Kind.NOT_YOURS) throw refusal;
            complaint = Complaint.ofOneRow(refusal);
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            response.setHeader("HX-Reswap", "outerHTML");
        }
        model.addAttribute("blocks", sheets.of(taskNumber, by, complaint == Complaint.NONE ? BlockDraft.EMPTY : typed, complaint));
        return "blocked :: section";
    }

    @PostMapping("/{number}/review")
    String bringReviewForward(@PathVariable String taskNumber, @PathVariable int number, Person by, Model model) {
        blocked.reviewBroughtForward(taskNumber, number, by);
        model.addAttribute("blocks", sheets.of(taskNumber, by, BlockDraft.EMPTY, Complaint.NONE));
        return "blocked :: section";
    }
}
