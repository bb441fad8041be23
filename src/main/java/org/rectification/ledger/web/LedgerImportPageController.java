package org.rectification.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rectification.ledger.ImportReport;
import org.rectification.ledger.LedgerImport;
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

/** The ledger comes back: upload, look over what would change, confirm. The file stays in the browser, which sends it once more to confirm. */
@Controller
@RequestMapping("/cases/{caseNumber}/ledger-import")
class LedgerImportPageController {

    private final LedgerImport ledgers;
    private final LedgerView ledger;

    LedgerImportPageController(LedgerImport ledgers, LedgerView ledger) {
        this.ledgers = ledgers;
        this.ledger = ledger;
    }

    @GetMapping
    String page(@PathVariable String caseNumber, Person by, Model model) {
        model.addAttribute("stage", ledgers.requireImporter(caseNumber, by));
        model.addAttribute("figures", ledger.figures(caseNumber));
        return "ledger-import";
    }

    @PostMapping(headers = "HX-Request")
    String tried(@PathVariable String caseNumber, @RequestParam(required = false) String reason, @RequestPart(required = false) MultipartFile file, Person by, Model model,
                 HttpServletResponse response) throws IOException {
        return answered(model, response, file, caseNumber, by, upload -> ledgers.tried(caseNumber, upload, reason, by));
    }

    @PostMapping(path = "/confirmed", headers = "HX-Request")
    String imported(@PathVariable String caseNumber, @RequestParam(required = false) String reason, @RequestParam String shown, @RequestPart(required = false) MultipartFile file, Person by, Model model,
                    HttpServletResponse response) throws IOException {
        return answered(model, response, file, caseNumber, by, upload -> ledgers.imported(caseNumber, upload, reason, shown, by));
    }

    private interface Work {
        ImportReport on(LedgerImport.Upload upload);
    }

    /** What is refused is said where the result would stand. */
    private String answered(Model model, HttpServletResponse response, MultipartFile file, String caseNumber, Person by, Work work) throws IOException {
        model.addAttribute("caseNumber", caseNumber);
        model.addAttribute("stage", ledgers.requireImporter(caseNumber, by));
        try (ReceivedFile received = ReceivedFile.of(file)) {
            model.addAttribute("shown", new ShownReport(work.on(received.upload())));
            return "ledger-import-result :: result";
        } catch (Refusal refusal) {
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            response.setHeader("HX-Reswap", "innerHTML");
            model.addAttribute("complaint", Complaint.of(refusal));
            return "ledger-import-result :: refused";
        }
    }
}
