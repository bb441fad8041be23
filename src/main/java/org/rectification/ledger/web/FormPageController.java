package org.rectification.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.ledger.InspectionForms;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** The inspection body's own form: upload it, say what its columns hold, download it filled. */
@Controller
@RequestMapping("/cases/{caseNumber}/form")
class FormPageController {

    private final InspectionForms forms;
    private final LedgerView ledger;

    FormPageController(InspectionForms forms, LedgerView ledger) {
        this.forms = forms;
        this.ledger = ledger;
    }

    @GetMapping
    String page(@PathVariable String caseNumber, Person by, Model model) {
        if (!by.isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours("表样由整改办上传和对应，您不在整改办");
        model.addAttribute("figures", ledger.figures(caseNumber));
        model.addAttribute("form", forms.of(caseNumber).orElse(null));
        model.addAttribute("choices", InspectionForms.choices());
        return "inspection-form";
    }

    @PostMapping
    String upload(@PathVariable String caseNumber, @RequestPart(required = false) MultipartFile file, Person by, Model model, HttpServletResponse response) {
        try {
            forms.uploaded(caseNumber, FormController.sent(file), by);
            return "redirect:/cases/" + caseNumber + "/form";
        } catch (Refusal refusal) {
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            model.addAttribute("complaint", Complaint.of(refusal));
            return page(caseNumber, by, model);
        }
    }

    @PostMapping("/columns")
    String match(@PathVariable String caseNumber, @RequestParam Map<String, String> sent, Person by) {
        forms.matched(caseNumber, sent.entrySet().stream().filter(field -> field.getKey().matches("column-\\d{1,4}"))
                .collect(Collectors.toMap(field -> Integer.valueOf(field.getKey().substring("column-".length())), Map.Entry::getValue)), by);
        return "redirect:/cases/" + caseNumber + "/form?saved";
    }
}
