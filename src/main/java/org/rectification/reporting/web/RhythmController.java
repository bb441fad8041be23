package org.rectification.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseProgressView;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Phase;
import org.rectification.rectification.RectificationCase;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.RefusalAnswers;
import org.rectification.reporting.Cadences;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How often a case reports and by when each of its phases is to be done. What is refused comes back as it was typed. */
@Controller
@RequestMapping("/cases/{caseNumber}/rhythm")
class RhythmController {

    private final Cadences cadences;
    private final CaseProgressView progress;
    private final LedgerView ledger;

    RhythmController(Cadences cadences, CaseProgressView progress, LedgerView ledger) {
        this.cadences = cadences;
        this.progress = progress;
        this.ledger = ledger;
    }

    /** @param deadline as typed */
    record PhaseLine(Phase phase, String deadline, String objection) {}

    @GetMapping
    String page(@PathVariable String caseNumber, Person viewer, Model model) {
        describe(caseNumber, viewer, model);
        model.addAttribute("choices", List.of(CadenceChoice.of("concentrated", cadences.concentrated(caseNumber), cadences), CadenceChoice.of("sustained", cadences.sustained(caseNumber), cadences)));
        model.addAttribute("phases", phases(deadlines(caseNumber, viewer), Map.of()));
        return "rhythm";
    }

    /** What a choice would mean, before it is saved. */
    @GetMapping(path = "/cadence", headers = "HX-Request")
    String preview(@PathVariable String caseNumber, @RequestParam String stage, @RequestParam Map<String, String> sent, Person viewer, Model model) {
        describe(caseNumber, viewer, model);
        model.addAttribute("choice", CadenceChoice.typed(stage, sent, cadences));
        return "reporting :: cadence";
    }

    @PostMapping(path = "/cadences", headers = "HX-Request")
    String changeCadences(@PathVariable String caseNumber, @RequestParam Map<String, String> sent, Person by, Model model, HttpServletResponse response) {
        List<CadenceChoice> typed = List.of(CadenceChoice.typed("concentrated", sent, cadences), CadenceChoice.typed("sustained", sent, cadences));
        Map<String, String> objections = attempt(() -> cadences.change(caseNumber, typed.get(0).value(), typed.get(1).value(), by), response);
        describe(caseNumber, by, model);
        model.addAttribute("choices", typed.stream().map(choice -> choice.refused(objections.get(choice.stage()))).toList());
        model.addAttribute("saved", objections.isEmpty());
        return "reporting :: cadences";
    }

    @PostMapping(path = "/phases", headers = "HX-Request")
    String changePhases(@PathVariable String caseNumber, @RequestParam Map<String, String> sent, Person by, Model model, HttpServletResponse response) {
        Map<String, String> typed = Arrays.stream(Phase.values()).map(Phase::name).filter(sent::containsKey).collect(Collectors.toMap(name -> name, sent::get));
        Map<String, String> objections = attempt(() -> progress.setPhaseDeadlines(caseNumber, typed, by), response);
        describe(caseNumber, by, model);
        model.addAttribute("phases", phases(objections.isEmpty() ? deadlines(caseNumber, by) : typed, objections));
        model.addAttribute("saved", objections.isEmpty());
        return "reporting :: phases";
    }

    /** @return field → what is wrong with it; what is no matter of a field is told by the page's notice */
    private static Map<String, String> attempt(Runnable change, HttpServletResponse response) {
        try {
            change.run();
            return Map.of();
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INPUT) throw refusal;
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            response.setHeader("HX-Reswap", "outerHTML");
            return refusal.flaws().stream().collect(Collectors.toMap(Refusal.Flaw::field, Refusal.Flaw::reason, (one, other) -> one));
        }
    }

    private void describe(String caseNumber, Person viewer, Model model) {
        RectificationCase ofCase = ledger.caseOf(caseNumber);
        model.addAttribute("ofCase", ofCase);
        model.addAttribute("editable", viewer.isIn(Groups.RECTIFICATION_OFFICE));
        model.addAttribute("sustained", Cadences.isSustained(ofCase.stage()));
        model.addAttribute("next", cadences.nextOpening(caseNumber));
    }

    private Map<String, String> deadlines(String caseNumber, Person viewer) {
        Map<String, String> deadlines = new HashMap<>();
        progress.of(caseNumber, viewer).phases().stream().filter(phase -> phase.deadline() != null).forEach(phase -> deadlines.put(phase.phase().name(), phase.deadline().toString()));
        return deadlines;
    }

    private static List<PhaseLine> phases(Map<String, String> deadlines, Map<String, String> objections) {
        return Arrays.stream(Phase.values()).map(phase -> new PhaseLine(phase, deadlines.get(phase.name()), objections.get(phase.name()))).toList();
    }
}
