package org.rectification.feedback.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectification.feedback.FeedbackFile;
import org.rectification.feedback.FeedbackImport;
import org.rectification.feedback.ProposedProblem;
import org.rectification.feedback.Reading;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Problem;
import org.rectification.rectification.ProblemDraft;
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
import org.springframework.web.servlet.support.RequestContextUtils;

/** From a feedback file to registered problems: upload, look over beside the source, register. Until then everything stays in the browser. */
@Controller
@RequestMapping("/cases/{caseNumber}/feedback")
class FeedbackPageController {

    private final FeedbackImport feedback;
    private final LedgerView ledger;

    FeedbackPageController(FeedbackImport feedback, LedgerView ledger) {
        this.feedback = feedback;
        this.ledger = ledger;
    }

    /** Problems that follow each other under one aspect; the name is empty where none is known. */
    public record Group(String aspect, List<ProposedProblem> problems) {}

    /** @param registered numbers of the problems that hold parts of it already, null where none does */
    public record Whole(ProposedProblem problem, List<Integer> registered) {}

    @GetMapping
    String page(@PathVariable String caseNumber, Person by, Model model) {
        feedback.requireRegistering(caseNumber, by);
        model.addAttribute("figures", ledger.figures(caseNumber));
        return "feedback";
    }

    @PostMapping
    String read(@PathVariable String caseNumber, @RequestPart(required = false) MultipartFile file, Person by, Model model, HttpServletResponse response) throws IOException {
        feedback.requireRegistering(caseNumber, by);
        try {
            FeedbackFile sent = FeedbackController.sent(file);
            Reading reading = feedback.read(caseNumber, sent, by);
            model.addAttribute("file", sent);
            model.addAttribute("reading", reading);
            List<SourceLine> lines = SourceLine.all(reading, feedback.registeredParagraphs(caseNumber, reading));
            model.addAttribute("declared", reading.declared().orElse(null));
            model.addAttribute("lines", lines);
            model.addAttribute("undecided", lines.stream().filter(line -> line.kind().equals("unplaced")).count());
            model.addAttribute("doubted", reading.problems().stream().filter(problem -> problem.doubt() != null).count());
            model.addAttribute("groups", groups(reading.problems()));
            Map<Integer, List<Integer>> registered = feedback.registered(caseNumber, reading);
            model.addAttribute("registered", registered);
            model.addAttribute("wholes", wholes(reading, registered));
        } catch (Refusal refusal) {
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            model.addAttribute("complaint", Complaint.of(refusal));
        }
        return page(caseNumber, by, model);
    }

    /** What is refused is said above the proposals, which stay as they are. */
    @PostMapping(path = "/problems", headers = "HX-Request")
    String register(@PathVariable String caseNumber, @RequestParam MultiValueMap<String, String> sent, Person by, Model model, HttpServletRequest request, HttpServletResponse response) {
        try {
            List<Problem> added = feedback.register(caseNumber, sent.getOrDefault("fileName", List.of("")).get(0), sent.getOrDefault("sha256", List.of("")).get(0), drafts(sent), measures(sent), by);
            String casePage = "/cases/" + caseNumber;
            RequestContextUtils.getOutputFlashMap(request).put("whereabouts", registered(added, count(sent, "leftOut"), count(sent, "undecided")));
            RequestContextUtils.saveOutputFlashMap(casePage, request, response);
            response.setHeader("HX-Redirect", casePage);
        } catch (Refusal refusal) {
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            response.setHeader("HX-Retarget", "#feedback-complaint");
            response.setHeader("HX-Reswap", "innerHTML show:#feedback-complaint:top");
            model.addAttribute("complaint", complaint(refusal));
            model.addAttribute("flawed", refusal.flaws().stream().filter(flaw -> flaw.row() != null).map(flaw -> flaw.row().toString()).distinct().collect(Collectors.joining(",")));
        }
        return "proposal :: answer";
    }

    private static String registered(List<Problem> added, int leftOut, int undecided) {
        int first = added.get(0).number();
        int last = added.get(added.size() - 1).number();
        return "已登记" + added.size() + "个问题（问题" + first + (last > first ? "至" + last : "") + "）。" + (leftOut > 0 ? "文件中另有" + leftOut + "个取消了勾选，没有登记。" : "")
                + (undecided > 0 ? "原文中还有" + undecided + "段“待判断”，没有登记；是问题的，请再次导入同一份文件，在原文中点“设为问题”。" : "");
    }

    /** What only the page knows: 0 where it does not tell. */
    private static int count(MultiValueMap<String, String> sent, String name) {
        String told = sent.getFirst(name);
        return told != null && told.matches("\\d{1,6}") ? Integer.parseInt(told) : 0;
    }

    private static Complaint complaint(Refusal refusal) {
        if (refusal.flaws().isEmpty()) return Complaint.of(refusal);
        Map<Integer, String> byRow = refusal.flaws().stream().collect(Collectors.toMap(flaw -> flaw.row() == null ? 0 : flaw.row(), Refusal.Flaw::reason, (one, other) -> one + "；" + other, LinkedHashMap::new));
        return new Complaint(byRow.entrySet().stream().map(row -> row.getKey() == 0 ? row.getValue() : "第" + row.getKey() + "个问题：" + row.getValue()).toList(), Set.of());
    }

    private static List<ProblemDraft> drafts(MultiValueMap<String, String> sent) {
        List<ProblemDraft> drafts = new ArrayList<>();
        for (int row = 0; row < sent.getOrDefault("title", List.of()).size(); row++) {
            drafts.add(new ProblemDraft(field(sent, "aspect", row), field(sent, "title", row), field(sent, "text", row), "FEEDBACK", field(sent, "progress", row), null));
        }
        return drafts;
    }

    private static List<List<String>> measures(MultiValueMap<String, String> sent) {
        List<List<String>> measures = new ArrayList<>();
        for (int row = 0; row < sent.getOrDefault("title", List.of()).size(); row++) {
            String typed = field(sent, "measures", row);
            measures.add(typed == null ? List.of() : typed.lines().toList());
        }
        return measures;
    }

    private static String field(MultiValueMap<String, String> sent, String name, int row) {
        List<String> values = sent.getOrDefault(name, List.of());
        return row < values.size() ? values.get(row) : null;
    }

    /** Number of the first part → what the parts may be together, as long as one of them is not registered. */
    private static Map<Integer, Whole> wholes(Reading reading, Map<Integer, List<Integer>> registered) {
        Map<Integer, Whole> wholes = new HashMap<>();
        reading.wholes().forEach((first, whole) -> {
            List<Integer> parts = reading.problems().stream().filter(problem -> whole.sources().containsAll(problem.sources())).map(ProposedProblem::number).toList();
            List<Integer> known = parts.stream().flatMap(part -> registered.getOrDefault(part, List.of()).stream()).distinct().sorted().toList();
            if (!registered.keySet().containsAll(parts)) wholes.put(first, new Whole(whole, known.isEmpty() ? null : known));
        });
        return wholes;
    }

    private static List<Group> groups(List<ProposedProblem> problems) {
        List<Group> groups = new ArrayList<>();
        for (ProposedProblem problem : problems) {
            String aspect = problem.aspect() == null ? "" : problem.aspect();
            if (groups.isEmpty() || !groups.get(groups.size() - 1).aspect().equals(aspect)) groups.add(new Group(aspect, new ArrayList<>()));
            groups.get(groups.size() - 1).problems().add(problem);
        }
        return groups;
    }
}
