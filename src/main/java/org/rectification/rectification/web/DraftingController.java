package org.rectification.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.rectification.organization.Person;
import org.rectification.feedback.ProposedMeasures;
import org.rectification.rectification.Drafting;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.LedgerView.DraftedTask;
import org.rectification.rectification.Problem;
import org.rectification.rectification.ProblemDraft;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskDraft;
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

/**
 * The rows of a case's page, one by one: shown, opened as a form, saved, deleted. What is refused comes back as the form
 * with what was typed; what is saved comes back as the row, and beside it what the case still lacks.
 */
@Controller
@RequestMapping(headers = "HX-Request")
class DraftingController {

    private final Drafting drafting;
    private final ProposedMeasures proposed;
    private final LedgerView ledger;
    private final Desks desks;

    DraftingController(Drafting drafting, LedgerView ledger, Desks desks, ProposedMeasures proposed) {
        this.proposed = proposed;
        this.drafting = drafting;
        this.ledger = ledger;
        this.desks = desks;
    }

    @PostMapping("/cases/{caseNumber}/problems")
    String addProblem(@PathVariable String caseNumber, @RequestParam MultiValueMap<String, String> sent, Person by, Model model, HttpServletResponse response) {
        ProblemDraft draft = typed(sent);
        try {
            Problem added = drafting.addProblems(caseNumber, List.of(draft), by).get(0);
            Desk desk = desk(caseNumber, by, model);
            model.addAttribute("block", desks.block(desk, added.number()));
            model.addAttribute("aspect", desks.aspects(desk).stream().filter(aspect -> aspect.name().equals(added.aspect())).findFirst().orElseThrow());
            model.addAttribute("form", ProblemForm.empty(added.aspect()));
            return "drafting :: problemAdded";
        } catch (Refusal refusal) {
            desk(caseNumber, by, model);
            model.addAttribute("form", new ProblemForm(null, draft, false, Complaint.ofOneRow(refusal)));
            return refused(refusal, response, "drafting :: problemForm");
        }
    }

    @PostMapping("/cases/{caseNumber}/problems/batch")
    String addProblems(@PathVariable String caseNumber, @RequestParam(defaultValue = "") String lines, Person by, Model model, HttpServletResponse response) {
        try {
            List<Problem> added = drafting.addProblems(caseNumber, PastedProblems.read(lines), by);
            model.addAttribute("added", added.size());
            model.addAttribute("aspects", desks.aspects(desk(caseNumber, by, model)));
            return "drafting :: problemsAdded";
        } catch (Refusal refusal) {
            desk(caseNumber, by, model);
            model.addAttribute("lines", lines);
            model.addAttribute("complaint", Complaint.of(refusal));
            return refused(refusal, response, "drafting :: batchForm");
        }
    }

    @GetMapping("/cases/{caseNumber}/problems/{number}")
    String problem(@PathVariable String caseNumber, @PathVariable int number, Person viewer, Model model) {
        model.addAttribute("block", desks.block(desk(caseNumber, viewer, model), number));
        return "drafting :: problemHead";
    }

    @GetMapping("/cases/{caseNumber}/problems/{number}/form")
    String problemForm(@PathVariable String caseNumber, @PathVariable int number, Person viewer, Model model) {
        desk(caseNumber, viewer, model);
        model.addAttribute("form", ProblemForm.of(ledger.problem(caseNumber, number)));
        return "drafting :: problemForm";
    }

    @PostMapping("/cases/{caseNumber}/problems/{number}")
    String changeProblem(@PathVariable String caseNumber, @PathVariable int number, @RequestParam MultiValueMap<String, String> sent, Person by, Model model, HttpServletResponse response) {
        Problem before = ledger.problem(caseNumber, number);
        String aspect = before.aspect();
        ProblemDraft draft = typed(sent);
        try {
            Problem changed = drafting.changeProblem(caseNumber, number, draft, by);
            if (!changed.aspect().equals(aspect)) response.setHeader("HX-Refresh", "true");
            model.addAttribute("block", desks.block(desk(caseNumber, by, model), number));
            return "drafting :: problemChanged";
        } catch (Refusal refusal) {
            desk(caseNumber, by, model);
            model.addAttribute("form", new ProblemForm(number, draft, before.isInPlan(), Complaint.ofOneRow(refusal)));
            return refused(refusal, response, "drafting :: problemForm");
        }
    }

    @GetMapping("/cases/{caseNumber}/problems/{number}/removal")
    String problemRemoval(@PathVariable String caseNumber, @PathVariable int number, Person viewer, Model model) {
        Desk desk = desk(caseNumber, viewer, model);
        model.addAttribute("block", desks.block(desk, number));
        model.addAttribute("complaint", Complaint.NONE);
        return "drafting :: problemRemoval";
    }

    @PostMapping("/cases/{caseNumber}/problems/{number}/removal")
    String removeProblem(@PathVariable String caseNumber, @PathVariable int number, @RequestParam(required = false) String reason, Person by, Model model, HttpServletResponse response) {
        try {
            drafting.removeProblem(caseNumber, number, reason, by);
            desk(caseNumber, by, model);
            return "drafting :: removed";
        } catch (Refusal refusal) {
            model.addAttribute("block", desks.block(desk(caseNumber, by, model), number));
            model.addAttribute("complaint", Complaint.ofOneRow(refusal));
            model.addAttribute("reason", reason);
            return refused(refusal, response, "drafting :: problemRemoval");
        }
    }

    @GetMapping("/cases/{caseNumber}/problems/{number}/tasks")
    String tasks(@PathVariable String caseNumber, @PathVariable int number, Person viewer, Model model) {
        model.addAttribute("block", desks.block(desk(caseNumber, viewer, model), number));
        return "drafting :: tasks";
    }

    @GetMapping("/cases/{caseNumber}/problems/{number}/tasks/form")
    String newTask(@PathVariable String caseNumber, @PathVariable int number, Person viewer, Model model) {
        Desk desk = desk(caseNumber, viewer, model);
        List<DraftedTask> beneath = ledger.draftedTasks(caseNumber, number, viewer);
        RectificationTask last = beneath.isEmpty() ? null : beneath.get(beneath.size() - 1).task();
        model.addAttribute("form", TaskForm.empty(number, last == null ? null : last.leadLeader(),
                String.valueOf(last == null || last.deadline() == null ? desk.figures().concentratedDeadline() : last.deadline()), last == null ? proposed.of(caseNumber, number) : List.of()));
        return "drafting :: taskForm";
    }

    @GetMapping("/cases/{caseNumber}/problems/{number}/tasks/none")
    String noNewTask(@PathVariable String caseNumber, @PathVariable int number, Person viewer, Model model) {
        desk(caseNumber, viewer, model);
        model.addAttribute("number", number);
        return "drafting :: newTask(${number})";
    }

    @PostMapping("/cases/{caseNumber}/problems/{number}/tasks")
    String addTask(@PathVariable String caseNumber, @PathVariable int number, @RequestParam MultiValueMap<String, String> sent, Person by, Model model, HttpServletResponse response) {
        TaskDraft draft = TaskForm.typed(sent, number);
        try {
            RectificationTask added = drafting.addTasks(caseNumber, List.of(draft), by).get(0);
            desk(caseNumber, by, model);
            model.addAttribute("drafted", ledger.draftedTask(added.taskNumber()));
            return "drafting :: taskAdded";
        } catch (Refusal refusal) {
            desk(caseNumber, by, model);
            model.addAttribute("form", new TaskForm(number, null, draft, false, Complaint.ofOneRow(refusal)));
            return refused(refusal, response, "drafting :: taskForm");
        }
    }

    @GetMapping("/tasks/{taskNumber}/draft")
    String task(@PathVariable String taskNumber, Person viewer, Model model) {
        desk(ledger.readable(taskNumber, viewer).caseNumber(), viewer, model);
        model.addAttribute("drafted", ledger.draftedTask(taskNumber));
        return "drafting :: task";
    }

    @GetMapping("/tasks/{taskNumber}/draft/form")
    String taskForm(@PathVariable String taskNumber, Person viewer, Model model) {
        desk(ledger.readable(taskNumber, viewer).caseNumber(), viewer, model);
        model.addAttribute("form", TaskForm.of(ledger.draftedTask(taskNumber)));
        return "drafting :: taskForm";
    }

    @PostMapping("/tasks/{taskNumber}/draft")
    String changeTask(@PathVariable String taskNumber, @RequestParam MultiValueMap<String, String> sent, Person by, Model model, HttpServletResponse response) {
        RectificationTask before = ledger.readable(taskNumber, by);
        TaskDraft draft = TaskForm.typed(sent, null);
        try {
            drafting.changeTask(taskNumber, draft, by);
            desk(before.caseNumber(), by, model);
            model.addAttribute("drafted", ledger.draftedTask(taskNumber));
            return "drafting :: taskChanged";
        } catch (Refusal refusal) {
            desk(before.caseNumber(), by, model);
            model.addAttribute("form", new TaskForm(before.problem(), taskNumber, draft, before.isInPlan(), Complaint.ofOneRow(refusal)));
            return refused(refusal, response, "drafting :: taskForm");
        }
    }

    @GetMapping("/tasks/{taskNumber}/draft/removal")
    String taskRemoval(@PathVariable String taskNumber, Person viewer, Model model) {
        desk(ledger.readable(taskNumber, viewer).caseNumber(), viewer, model);
        model.addAttribute("drafted", ledger.draftedTask(taskNumber));
        model.addAttribute("complaint", Complaint.NONE);
        return "drafting :: taskRemoval";
    }

    @PostMapping("/tasks/{taskNumber}/draft/removal")
    String removeTask(@PathVariable String taskNumber, @RequestParam(required = false) String reason, Person by, Model model, HttpServletResponse response) {
        RectificationTask task = ledger.readable(taskNumber, by);
        try {
            drafting.removeTask(taskNumber, reason, by);
            desk(task.caseNumber(), by, model);
            return "drafting :: removed";
        } catch (Refusal refusal) {
            desk(task.caseNumber(), by, model);
            model.addAttribute("drafted", ledger.draftedTask(taskNumber));
            model.addAttribute("complaint", Complaint.ofOneRow(refusal));
            model.addAttribute("reason", reason);
            return refused(refusal, response, "drafting :: taskRemoval");
        }
    }

    private Desk desk(String caseNumber, Person viewer, Model model) {
        Desk desk = desks.of(caseNumber, viewer);
        model.addAttribute("desk", desk);
        model.addAttribute("oob", true);
        return desk;
    }

    private static ProblemDraft typed(MultiValueMap<String, String> sent) {
        return new ProblemDraft(sent.getFirst("aspect"), sent.getFirst("title"), sent.getFirst("text"), sent.getFirst("origin"), sent.getFirst("progress"), sent.getFirst("reason"));
    }

    /** The header tells the page that this refusal belongs into the row it came from. */
    private static String refused(Refusal refusal, HttpServletResponse response, String row) {
        response.setStatus(RefusalAnswers.statusOf(refusal).value());
        response.setHeader("HX-Retarget", "this");
        response.setHeader("HX-Reswap", "outerHTML");
        return row;
    }
}
