package org.rectification.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.rectification.audit.AuditTrail;
import org.rectification.audit.BreakGlass;
import org.rectification.audit.BreakGlassSettings;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 应急处置: an admin says why he intervenes; he and the auditors read what was done. */
@Controller
class BreakGlassController {

    private static final int SHOWN_ENTRIES = 200;

    private final BreakGlass breakGlass;
    private final BreakGlassSettings settings;
    private final AuditTrail audit;
    private final Organization organization;

    BreakGlassController(BreakGlass breakGlass, BreakGlassSettings settings, AuditTrail audit, Organization organization) {
        this.breakGlass = breakGlass;
        this.settings = settings;
        this.audit = audit;
        this.organization = organization;
    }

    @GetMapping("/break-glass")
    String page(Person viewer, Model model) {
        if (!viewer.isIn(Groups.CAMUNDA_ADMIN) && !viewer.isIn(Groups.AUDITOR)) throw Refusal.notYours("应急处置只对平台管理员和审计开放");
        Map<String, String> people = organization.personNames();
        model.addAttribute("admin", viewer.isIn(Groups.CAMUNDA_ADMIN));
        model.addAttribute("window", breakGlass.openWindow(viewer.userId()).orElse(null));
        model.addAttribute("minutes", settings.window().toMinutes());
        model.addAttribute("entries", audit.latest(SHOWN_ENTRIES));
        model.addAttribute("people", people);
        return "break-glass";
    }

    @PostMapping("/break-glass")
    String open(@RequestParam(defaultValue = "") String reason, Person by, Model model, HttpServletResponse response) {
        try {
            breakGlass.open(by, reason);
            return "redirect:/break-glass";
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INPUT) throw refusal;
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            model.addAttribute("complaint", Complaint.of(refusal));
            model.addAttribute("reason", reason);
            return page(by, model);
        }
    }
}
