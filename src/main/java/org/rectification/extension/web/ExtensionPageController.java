package org.rectification.extension.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.extension.Extensions;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** Asking for an extension on a task's page. What is refused is said above what was typed. */
@Controller
class ExtensionPageController {

    private final Extensions extensions;
    private final ExtensionSheets sheets;

    ExtensionPageController(Extensions extensions, ExtensionSheets sheets) {
        this.extensions = extensions;
        this.sheets = sheets;
    }

    @PostMapping(path = "/tasks/{taskNumber}/extensions", headers = "HX-Request")
    String request(@PathVariable String taskNumber, @RequestParam(defaultValue = "") String deadline, @RequestParam(defaultValue = "") String reason,
                   @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by, Model model, HttpServletResponse response) {
        ExtensionSheet.Asked asked = ExtensionSheet.Asked.NOTHING;
        try {
            extensions.requested(taskNumber, deadline, reason, by, UploadedFile.all(files));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNKNOWN || refusal.kind() == Refusal.Kind.NOT_YOURS) throw refusal;
            asked = new ExtensionSheet.Asked(deadline, reason, Complaint.ofOneRow(refusal));
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            response.setHeader("HX-Reswap", "outerHTML");
        }
        model.addAttribute("extensions", sheets.of(taskNumber, by, asked));
        return "extension :: section";
    }
}
