package org.rectification.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.organization.Person;
import org.rectification.rectification.HistoricalDraft;
import org.rectification.rectification.HistoricalSignOff;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.Takeover;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
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

/** The takeover on a case's page, and 历史销号 in the rows of its draft. What is refused comes back as it was typed. */
@Controller
@RequestMapping(headers = "HX-Request")
class TakeoverPageController {

    private final Takeover takeover;
    private final LedgerView ledger;
    private final Desks desks;
    private final TakeoverSheets sheets;

    TakeoverPageController(Takeover takeover, LedgerView ledger, Desks desks, TakeoverSheets sheets) {
        this.takeover = takeover;
        this.ledger = ledger;
        this.desks = desks;
        this.sheets = sheets;
    }

    /** Every task's row depends on whether there is a day at all, so that the page is asked for anew. */
    @PostMapping("/cases/{caseNumber}/takeover")
    String takeOver(@PathVariable String caseNumber, @RequestParam(required = false) String date, Person by, Model model, HttpServletResponse response) {
        Complaint complaint = complaintOf(() -> takeover.takenOver(caseNumber, date, by), response);
        if (complaint == Complaint.NONE) response.setHeader("HX-Refresh", "true");
        model.addAttribute("desk", desks.of(caseNumber, by));
        model.addAttribute("takeoverTyped", date);
        model.addAttribute("takeoverComplaint", complaint);
        return "takeover :: ofCase";
    }

    @GetMapping("/cases/{caseNumber}/takeover/historical")
    String togetherForm(@PathVariable String caseNumber, Person viewer, Model model) {
        return togetherForm(caseNumber, List.of(), Map.of(), HistoricalDraft.EMPTY, Complaint.NONE, viewer, model);
    }

    private String togetherForm(String caseNumber, List<String> ticked, Map<String, String> days, HistoricalDraft typed, Complaint complaint, Person viewer, Model model) {
        Desk desk = desks.of(caseNumber, viewer);
        if (!desk.editable()) throw Refusal.notYours("历史销号由整改办在下达任务之前登记");
        if (desk.figures().takenOverOn() == null) throw Refusal.ofRule("本案还没有接管日期，请刷新页面，先填写接管日期");
        model.addAttribute("desk", desk);
        model.addAttribute("unrecorded", sheets.unrecorded(caseNumber));
        model.addAttribute("ticked", ticked);
        model.addAttribute("days", days);
        model.addAttribute("typed", typed);
        model.addAttribute("complaint", complaint);
        return "takeover :: togetherForm";
    }

    /** So many rows change that the page is asked for anew. */
    @PostMapping("/cases/{caseNumber}/takeover/historical")
    String recordTogether(@PathVariable String caseNumber, @RequestParam(required = false) List<String> tasks, @RequestParam Map<String, String> sent, @ModelAttribute("typed") HistoricalDraft typed,
                          @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by, Model model, HttpServletResponse response) {
        List<String> ticked = tasks == null ? List.of() : tasks;
        Map<String, String> days = TakeoverController.days(sent);
        Complaint complaint = complaintOf(() -> takeover.recordedTogether(caseNumber, ticked, days, typed, by, UploadedFile.all(files)), response);
        if (complaint == Complaint.NONE) response.setHeader("HX-Refresh", "true");
        return togetherForm(caseNumber, ticked, days, typed, complaint, by, model);
    }

    @GetMapping("/tasks/{taskNumber}/draft/historical")
    String form(@PathVariable String taskNumber, Person viewer, Model model) {
        RectificationTask task = ledger.readable(taskNumber, viewer);
        return form(task, takeover.of(taskNumber).map(TakeoverPageController::typed).orElse(HistoricalDraft.EMPTY), Complaint.NONE, viewer, model);
    }

    private static HistoricalDraft typed(HistoricalSignOff signOff) {
        return new HistoricalDraft(signOff.signedOffOn().toString(), signOff.decidedBy(), null);
    }

    private String form(RectificationTask task, HistoricalDraft typed, Complaint complaint, Person viewer, Model model) {
        model.addAttribute("desk", desks.of(task.caseNumber(), viewer));
        model.addAttribute("task", task);
        model.addAttribute("typed", typed);
        model.addAttribute("complaint", complaint);
        model.addAttribute("minutes", takeover.minutesOf(task.taskNumber()));
        return "takeover :: historicalForm";
    }

    @PostMapping("/tasks/{taskNumber}/draft/historical")
    String record(@PathVariable String taskNumber, @ModelAttribute("typed") HistoricalDraft typed, @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by, Model model,
                  HttpServletResponse response) {
        RectificationTask task = ledger.readable(taskNumber, by);
        Complaint complaint = complaintOf(() -> takeover.recorded(taskNumber, typed, by, UploadedFile.all(files)), response);
        return complaint == Complaint.NONE ? row(task, by, model) : form(task, typed, complaint, by, model);
    }

    @PostMapping("/tasks/{taskNumber}/draft/historical/removal")
    String takeBack(@PathVariable String taskNumber, @ModelAttribute("typed") HistoricalDraft typed, Person by, Model model, HttpServletResponse response) {
        RectificationTask task = ledger.readable(taskNumber, by);
        Complaint complaint = complaintOf(() -> takeover.takenBack(taskNumber, typed.reason(), by), response);
        return complaint == Complaint.NONE ? row(task, by, model) : form(task, typed, complaint, by, model);
    }

    private String row(RectificationTask task, Person by, Model model) {
        model.addAttribute("desk", desks.of(task.caseNumber(), by));
        model.addAttribute("oob", true);
        model.addAttribute("drafted", ledger.draftedTask(task.taskNumber()));
        model.addAttribute("historical", sheets.listed(task.caseNumber(), by));
        return "takeover :: taskChanged";
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
}
