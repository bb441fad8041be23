package org.rectification.decision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.rectification.decision.Batch;
import org.rectification.decision.Choice;
import org.rectification.decision.Deciding;
import org.rectification.decision.Outcome;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.PaperSignOffs;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** 集中办理: what waits for the viewer's decision, group by group; what is refused comes back as it was typed. */
@Controller
@RequestMapping("/decisions")
class DecisionPageController {

    private final DecisionSheets sheets;
    private final Deciding deciding;
    private final PaperSignOffs papers;

    DecisionPageController(DecisionSheets sheets, Deciding deciding, PaperSignOffs papers) {
        this.sheets = sheets;
        this.deciding = deciding;
        this.papers = papers;
    }

    /** A group as it was sent; its fields are named for the tasks, of which others may have come in between. */
    record Typed(String caseNumber, Batch batch, Complaint complaint) {

        static final Typed NOTHING = new Typed("", new Batch("", null, null, List.of()), Complaint.NONE);

        static Typed of(MultiValueMap<String, String> form) {
            List<String> tasks = form.getOrDefault("task", List.of());
            return new Typed(form.getFirst("caseNumber"), new Batch(form.getFirst("step"), form.getFirst("opinion"), form.getFirst("meeting"), tasks.stream().map(task -> line(task, form)).toList()), Complaint.NONE);
        }

        /** The field for an opinion of its own is shown at a return only. */
        private static Batch.Line line(String task, MultiValueMap<String, String> form) {
            String round = form.getFirst("round-" + task);
            String choice = form.getFirst("choice-" + task);
            return new Batch.Line(task, round == null || !round.matches("\\d{1,6}") ? null : Integer.valueOf(round), choice, Choice.RETURN.name().equals(choice) ? form.getFirst("opinion-" + task) : null);
        }

        public boolean isOf(DecisionGroup group) {
            return group.step().name().equals(batch.step()) && group.caseNumber().equals(caseNumber);
        }

        public String choiceOf(String taskNumber) {
            return batch.decisions().stream().filter(line -> line.taskNumber().equals(taskNumber)).map(Batch.Line::choice).filter(Objects::nonNull).findFirst().orElse(Choice.APPROVE.name());
        }

        public String opinionOf(String taskNumber) {
            return batch.decisions().stream().filter(line -> line.taskNumber().equals(taskNumber)).map(Batch.Line::opinion).filter(Objects::nonNull).findFirst().orElse("");
        }
    }

    @GetMapping
    String page(@RequestParam(name = "for", required = false) String leader, Person viewer, Model model) {
        describe(leader, Typed.NOTHING, List.of(), viewer, model);
        return "decisions";
    }

    /** @param leader for whom a secretary records, with the paper as {@code file}; absent where the sender decides himself */
    @PostMapping(headers = "HX-Request")
    String decide(@RequestParam(name = "for", required = false) String leader, @RequestParam MultiValueMap<String, String> form, @RequestPart(name = "file", required = false) List<MultipartFile> files,
                  Person by, Model model, HttpServletResponse response) {
        Typed typed = Typed.of(form);
        try {
            List<Outcome> outcomes = leader == null ? deciding.decided(typed.batch(), by) : deciding.recorded(typed.batch(), leader, UploadedFile.all(files), by);
            describe(leader, Typed.NOTHING, outcomes, by, model);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_YOURS) throw refusal;
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            response.setHeader("HX-Reswap", "outerHTML");
            describe(leader, new Typed(typed.caseNumber(), typed.batch(), Complaint.ofOneRow(refusal)), List.of(), by, model);
        }
        return "decisions :: decisions";
    }

    @PostMapping(path = "/recorded/{taskNumber}/{round}/objection", headers = "HX-Request")
    String object(@PathVariable String taskNumber, @PathVariable int round, @RequestParam(defaultValue = "") String reason, Person by, Model model) {
        papers.objected(taskNumber, round, reason, by);
        describe(null, Typed.NOTHING, List.of(), by, model);
        return "decisions :: decisions";
    }

    @PostMapping(path = "/recorded/{taskNumber}/{round}/withdrawal", headers = "HX-Request")
    String withdraw(@PathVariable String taskNumber, @PathVariable int round, Person by, Model model) {
        papers.objectionWithdrawn(taskNumber, round, by);
        describe(null, Typed.NOTHING, List.of(), by, model);
        return "decisions :: decisions";
    }

    private void describe(String leader, Typed typed, List<Outcome> outcomes, Person viewer, Model model) {
        model.addAttribute("sheet", leader == null ? sheets.of(viewer) : sheets.of(leader, viewer));
        model.addAttribute("largest", Batch.LARGEST);
        model.addAttribute("typed", typed);
        model.addAttribute("outcomes", outcomes);
        model.addAttribute("done", outcomes.stream().filter(Outcome::done).count());
        model.addAttribute("keepsMeetings", viewer.isIn(Groups.RECTIFICATION_OFFICE));
    }
}
