package org.rectification.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.organization.Person;
import org.rectification.rectification.MeasureLedger;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** The measures on a task's page: ticked off and given their evidence one by one. What is refused is said at the measure. */
@Controller
@RequestMapping(path = "/tasks/{taskNumber}/measures/{ordinal}", headers = "HX-Request")
class MeasurePageController {

    private final MeasureLedger measures;
    private final TaskLifecycle lifecycle;
    private final MeasureSheets sheets;

    MeasurePageController(MeasureLedger measures, TaskLifecycle lifecycle, MeasureSheets sheets) {
        this.measures = measures;
        this.lifecycle = lifecycle;
        this.sheets = sheets;
    }

    /** @param doneOn ISO date; blank takes the tick back */
    @PostMapping
    String tick(@PathVariable String taskNumber, @PathVariable int ordinal, @RequestParam(defaultValue = "") String doneOn, Person by, Model model, HttpServletResponse response) {
        return changed(taskNumber, ordinal, doneOn, by, model, response, () -> measures.tick(taskNumber, ordinal, doneOn, by));
    }

    /** @param id a file of the open round; null to upload one */
    @PostMapping("/evidence")
    String attach(@PathVariable String taskNumber, @PathVariable int ordinal, @RequestParam(required = false) Long id,
                  @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by, Model model, HttpServletResponse response) {
        return changed(taskNumber, ordinal, null, by, model, response, () -> {
            if (id != null) lifecycle.assignEvidence(taskNumber, id, ordinal, by);
            else lifecycle.fileEvidence(taskNumber, ordinal, by, UploadedFile.all(files));
        });
    }

    @PostMapping("/evidence/{id}/detachment")
    String detach(@PathVariable String taskNumber, @PathVariable int ordinal, @PathVariable long id, Person by, Model model, HttpServletResponse response) {
        return changed(taskNumber, ordinal, null, by, model, response, () -> lifecycle.assignEvidence(taskNumber, id, null, by));
    }

    private String changed(String taskNumber, int ordinal, String doneOn, Person by, Model model, HttpServletResponse response, Runnable change) {
        MeasureSheet.Wrong wrong = null;
        try {
            change.run();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNKNOWN) throw refusal;
            wrong = new MeasureSheet.Wrong(ordinal, doneOn, Complaint.ofOneRow(refusal));
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            response.setHeader("HX-Reswap", "outerHTML");
        }
        model.addAttribute("sheet", sheets.of(taskNumber, by, wrong));
        return "measures :: changed";
    }
}
