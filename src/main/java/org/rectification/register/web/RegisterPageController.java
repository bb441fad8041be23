package org.rectification.register.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.RectificationCase;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.rectification.register.EntryDraft;
import org.rectification.register.Register;
import org.rectification.register.RegisterFigures;
import org.rectification.register.Registers;
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

/** 台账附册: four registers, one shown at a time. What is refused comes back as it was typed. */
@Controller
@RequestMapping("/cases/{caseNumber}/registers")
class RegisterPageController {

    private final Registers registers;
    private final RegisterFigures figures;
    private final RegisterSheets sheets;
    private final LedgerView ledger;
    private final LedgerRows rows;
    private final Organization organization;
    private final Clock clock;

    RegisterPageController(Registers registers, RegisterFigures figures, RegisterSheets sheets, LedgerView ledger, LedgerRows rows, Organization organization, Clock clock) {
        this.registers = registers;
        this.figures = figures;
        this.sheets = sheets;
        this.ledger = ledger;
        this.rows = rows;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * What is being written.
     *
     * @param entry the one that is corrected, null for a new one
     */
    public record Writing(Long entry, EntryDraft typed, Complaint complaint) {

        static final Writing NOTHING = new Writing(null, EntryDraft.EMPTY, Complaint.NONE);
    }

    @GetMapping
    String first(@PathVariable String caseNumber, @RequestParam(required = false) String page, Person viewer, Model model) {
        return page(caseNumber, Register.RULES.path(), page, null, viewer, model);
    }

    /** @param correct the entry to be corrected */
    @GetMapping("/{register}")
    String page(@PathVariable String caseNumber, @PathVariable String register, @RequestParam(required = false) String page, @RequestParam(required = false) Long correct, Person viewer, Model model) {
        Register shown = Register.at(register);
        Writing writing = correct == null ? Writing.NOTHING : new Writing(correct, RegisterSheets.typed(registers.entry(caseNumber, shown, correct)), Complaint.NONE);
        describe(caseNumber, shown, page, writing, viewer, model);
        return "registers";
    }

    @PostMapping(path = "/{register}", headers = "HX-Request")
    String record(@PathVariable String caseNumber, @PathVariable String register, @ModelAttribute("typed") EntryDraft typed,
                  @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by, Model model, HttpServletResponse response) {
        Register shown = Register.at(register);
        Complaint complaint = complaintOf(() -> registers.recorded(caseNumber, shown, typed, by, UploadedFile.all(files)), response);
        describe(caseNumber, shown, null, complaint == Complaint.NONE ? Writing.NOTHING : new Writing(null, typed, complaint), by, model);
        return "registers :: register";
    }

    @PostMapping(path = "/{register}/{id}", headers = "HX-Request")
    String correct(@PathVariable String caseNumber, @PathVariable String register, @PathVariable long id, @ModelAttribute("typed") EntryDraft typed, Person by, Model model,
                   HttpServletResponse response) {
        Register shown = Register.at(register);
        Complaint complaint = complaintOf(() -> registers.corrected(caseNumber, shown, id, typed, by), response);
        describe(caseNumber, shown, null, complaint == Complaint.NONE ? Writing.NOTHING : new Writing(id, typed, complaint), by, model);
        return "registers :: register";
    }

    @PostMapping(path = "/{register}/{id}/strike", headers = "HX-Request")
    String strikeOut(@PathVariable String caseNumber, @PathVariable String register, @PathVariable long id, @RequestParam(required = false) String reason, Person by, Model model) {
        Register shown = Register.at(register);
        registers.struckOut(caseNumber, shown, id, reason, by);
        describe(caseNumber, shown, null, Writing.NOTHING, by, model);
        return "registers :: register";
    }

    @PostMapping(path = "/meetings/{id}/files", headers = "HX-Request")
    String upload(@PathVariable String caseNumber, @PathVariable long id, @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by, Model model) {
        registers.minutesFiled(caseNumber, id, by, UploadedFile.all(files));
        describe(caseNumber, Register.MEETINGS, null, Writing.NOTHING, by, model);
        return "registers :: register";
    }

    @PostMapping(path = "/meetings/{id}/replacement", headers = "HX-Request")
    String replace(@PathVariable String caseNumber, @PathVariable long id, @RequestParam long wrong, @RequestParam(required = false) String reason,
                   @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by, Model model) {
        registers.minutesReplaced(caseNumber, id, wrong, reason, by, UploadedFile.all(files));
        describe(caseNumber, Register.MEETINGS, null, Writing.NOTHING, by, model);
        return "registers :: register";
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

    private void describe(String caseNumber, Register shown, String page, Writing writing, Person viewer, Model model) {
        RectificationCase ofCase = ledger.caseOf(caseNumber);
        boolean keeper = shown.isKeptBy(viewer) && ofCase.stage() != CaseStage.CLOSED;
        model.addAttribute("ofCase", ofCase);
        model.addAttribute("registers", Register.values());
        model.addAttribute("shown", shown);
        model.addAttribute("totals", figures.totals(caseNumber));
        model.addAttribute("lines", sheets.list(caseNumber, shown, page, null, null, viewer));
        model.addAttribute("keeper", keeper);
        model.addAttribute("writing", writing);
        if (!keeper) return;
        Map<String, String> departments = organization.departmentNames();
        if (!viewer.isIn(Groups.RECTIFICATION_OFFICE)) departments.keySet().retainAll(viewer.departments());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("departments", departments);
        model.addAttribute("choosesDepartment", viewer.isIn(Groups.RECTIFICATION_OFFICE) || departments.size() > 1);
        model.addAttribute("office", viewer.isIn(Groups.RECTIFICATION_OFFICE));
        model.addAttribute("problems", ledger.problems(caseNumber));
        model.addAttribute("tasks", rows.rows(caseNumber, LedgerFilter.NONE, null, "200", null, viewer).content());
        model.addAttribute("leaders", organization.leaders());
    }
}
