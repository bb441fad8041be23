package org.rectification.bulletin.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.util.function.Supplier;
import org.rectification.bulletin.Audience;
import org.rectification.bulletin.BulletinEditing;
import org.rectification.bulletin.Bulletins;
import org.rectification.bulletin.Ground;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A case's bulletins: written and settled by the office, judged by the leading group, read by everybody. */
@Controller
@RequestMapping("/cases/{caseNumber}/bulletin")
class BulletinPageController {

    private final Bulletins bulletins;
    private final BulletinEditing editing;
    private final BulletinSheets sheets;

    BulletinPageController(Bulletins bulletins, BulletinEditing editing, BulletinSheets sheets) {
        this.bulletins = bulletins;
        this.editing = editing;
        this.sheets = sheets;
    }

    @GetMapping
    String page(@PathVariable String caseNumber, @RequestParam(required = false) Integer number, @RequestParam(defaultValue = "party") String audience, Person viewer, Model model) {
        lay(sheets.of(caseNumber, number, Audience.of(audience), viewer), model);
        return "bulletin";
    }

    @GetMapping("/{number}/preview")
    String preview(@PathVariable String caseNumber, @PathVariable int number, @RequestParam(defaultValue = "party") String audience, Person viewer, Model model) {
        lay(sheets.of(caseNumber, number, Audience.of(audience), viewer), model);
        return "bulletin-preview";
    }

    @PostMapping(headers = "HX-Request")
    String draft(@PathVariable String caseNumber, Person by, Model model) {
        return work(caseNumber, bulletins.draftedBy(caseNumber, by).ordinal(), by, model);
    }

    @PostMapping(path = "/{number}/figures", headers = "HX-Request")
    String figures(@PathVariable String caseNumber, @PathVariable int number, Person by, Model model) {
        bulletins.refrozen(caseNumber, number, by);
        return work(caseNumber, number, by, model);
    }

    /**
     * Saved as typed: only what depends on the text comes back with it. What is refused is said beside the text, which stays as it was typed.
     *
     * @param seen mark of what it is typed over
     */
    @PostMapping(path = "/{number}/sections/{section}", headers = "HX-Request")
    String section(@PathVariable String caseNumber, @PathVariable int number, @PathVariable String section, @RequestParam String text,
                   @RequestParam(required = false) String publicText, @RequestParam(required = false) String seen, Person by, Model model, HttpServletResponse response) {
        return saved(caseNumber, number, seen, () -> editing.worded(caseNumber, number, section, text, publicText, seen, by), by, model, response);
    }

    @PostMapping(path = "/{number}/signature", headers = "HX-Request")
    String signature(@PathVariable String caseNumber, @PathVariable int number, @RequestParam String issuer, @RequestParam String issuedOn,
                     @RequestParam(required = false) String seen, Person by, Model model, HttpServletResponse response) {
        return saved(caseNumber, number, seen, () -> editing.signed(caseNumber, number, issuer, issuedOn, seen, by), by, model, response);
    }

    @PostMapping(path = "/{number}/contacts", headers = "HX-Request")
    String contacts(@PathVariable String caseNumber, @PathVariable int number, @RequestParam String phone, @RequestParam String mail, @RequestParam String address,
                    @RequestParam(required = false) String seen, Person by, Model model, HttpServletResponse response) {
        return saved(caseNumber, number, seen, () -> editing.reachableAt(caseNumber, number, phone, mail, address, seen, by), by, model, response);
    }

    /**
     * What is refused is said beside what was typed.
     *
     * @param saving answers the mark of what is kept now
     */
    private String saved(String caseNumber, int number, String seen, Supplier<String> saving, Person by, Model model, HttpServletResponse response) {
        try {
            model.addAttribute("seen", saving.get());
        } catch (Refusal refusal) {
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            response.setHeader("HX-Reswap", "outerHTML");
            model.addAttribute("reason", refusal.getMessage());
            model.addAttribute("seen", seen);
            return "bulletins :: unsaved";
        }
        lay(sheets.of(caseNumber, number, Audience.PARTY, by), model);
        return "bulletins :: saved";
    }

    @PostMapping(path = "/{number}/withholdings", headers = "HX-Request")
    String withhold(@PathVariable String caseNumber, @PathVariable int number, @RequestParam(required = false) String problem, @RequestParam(required = false) String passage,
                    @RequestParam(required = false) String ground, @RequestParam(required = false) String reason, Person by, Model model) {
        editing.withheld(caseNumber, number, problem, passage, ground, reason, by);
        return work(caseNumber, number, by, model);
    }

    @PostMapping(path = "/{number}/withholdings/{id}/taking-back", headers = "HX-Request")
    String takeBack(@PathVariable String caseNumber, @PathVariable int number, @PathVariable long id, Person by, Model model) {
        editing.withholdingTakenBack(caseNumber, number, id, by);
        return work(caseNumber, number, by, model);
    }

    @PostMapping(path = "/{number}/withholdings/{id}/decision", headers = "HX-Request")
    String decideWithholding(@PathVariable String caseNumber, @PathVariable int number, @PathVariable long id, @RequestParam boolean approved, Person by, Model model) {
        editing.withholdingDecided(caseNumber, number, id, approved, by);
        return work(caseNumber, number, by, model);
    }

    @PostMapping(path = "/{number}/consent", headers = "HX-Request")
    String consent(@PathVariable String caseNumber, @PathVariable int number, @RequestParam(required = false) String document, @RequestParam(required = false) String on, Person by, Model model) {
        editing.consented(caseNumber, number, document, on, by);
        return work(caseNumber, number, by, model);
    }

    @PostMapping(path = "/{number}/clearances", headers = "HX-Request")
    String clear(@PathVariable String caseNumber, @PathVariable int number, @RequestParam String section, @RequestParam String word, @RequestParam boolean fit, Person by, Model model) {
        editing.cleared(caseNumber, number, section, word, fit, by);
        lay(sheets.of(caseNumber, number, Audience.PARTY, by), model);
        return "bulletins :: saved";
    }

    @PostMapping(path = "/{number}/submission", headers = "HX-Request")
    String submit(@PathVariable String caseNumber, @PathVariable int number, Person by, Model model) {
        bulletins.submittedBy(caseNumber, number, by);
        return work(caseNumber, number, by, model);
    }

    @PostMapping(path = "/{number}/submission/taking-back", headers = "HX-Request")
    String takeBackSubmission(@PathVariable String caseNumber, @PathVariable int number, Person by, Model model) {
        bulletins.submissionTakenBack(caseNumber, number, by);
        return work(caseNumber, number, by, model);
    }

    @PostMapping(path = "/{number}/decision", headers = "HX-Request")
    String decide(@PathVariable String caseNumber, @PathVariable int number, @RequestParam boolean approved, @RequestParam(required = false) String opinion,
                  @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime submittedAt,
                  @RequestParam(required = false) Boolean publishes, Person by, Model model) {
        bulletins.decidedBy(caseNumber, number, approved, opinion, submittedAt, publishes, by);
        return work(caseNumber, number, by, model);
    }

    @PostMapping(path = "/{number}/publication", headers = "HX-Request")
    String publish(@PathVariable String caseNumber, @PathVariable int number, Person by, Model model) {
        bulletins.publishedBy(caseNumber, number, by);
        return work(caseNumber, number, by, model);
    }

    private String work(String caseNumber, int number, Person by, Model model) {
        lay(sheets.of(caseNumber, number, Audience.PARTY, by), model);
        return "bulletins :: work";
    }

    private static void lay(BulletinSheet sheet, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("grounds", Ground.values());
    }
}
