package org.rectification.deadlines.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.deadlines.DeadlineWatch;
import org.rectification.deadlines.DepartmentTally;
import org.rectification.deadlines.LadderStep;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** 督办台账: who came to which rung of the ladder when; and what the next watch would do. */
@Controller
class LadderController {

    private static final int LISTED = 200;

    private final DeadlineWatch watch;
    private final LedgerView ledger;
    private final Organization organization;

    LadderController(DeadlineWatch watch, LedgerView ledger, Organization organization) {
        this.watch = watch;
        this.ledger = ledger;
        this.organization = organization;
    }

    @GetMapping("/cases/{caseNumber}/ladder")
    String page(@PathVariable String caseNumber, @RequestParam(required = false) String level, Person viewer, Model model) {
        model.addAttribute("figures", ledger.figures(caseNumber));
        List<LadderStep> steps = steps(caseNumber, viewer);
        List<LadderStep> listed = level == null ? steps : steps.stream().filter(step -> step.rung().level().equals(level)).toList();
        model.addAttribute("steps", listed.stream().limit(LISTED).toList());
        model.addAttribute("total", listed.size());
        model.addAttribute("level", level);
        model.addAttribute("levels", counted(steps.stream().filter(step -> step.effect().status().isInEffect()).toList()));
        model.addAttribute("countedLevels", DepartmentTally.levels(steps));
        model.addAttribute("tallies", DepartmentTally.of(steps));
        model.addAttribute("people", organization.personNames());
        model.addAttribute("departments", organization.departmentNames());
        return "ladder";
    }

    @GetMapping("/api/cases/{caseNumber}/ladder")
    @ResponseBody
    Map<String, List<LadderStep>> list(@PathVariable String caseNumber, Person viewer) {
        ledger.caseOf(caseNumber);
        return Map.of("content", steps(caseNumber, viewer));
    }

    private List<LadderStep> steps(String caseNumber, Person viewer) {
        return watch.stepsOf(caseNumber).stream().filter(step -> step.isReadableBy(viewer)).toList();
    }

    /** 试运行. */
    @GetMapping("/watch")
    String preview(Person viewer, Model model) {
        if (!viewer.isIn(Groups.RECTIFICATION_OFFICE) && !viewer.isIn(Groups.CAMUNDA_ADMIN)) throw Refusal.notYours("时限巡查的试算由整改办和平台管理员查看");
        DeadlineWatch.Preview preview = watch.preview();
        model.addAttribute("preview", preview);
        model.addAttribute("levels", counted(preview.steps()));
        model.addAttribute("names", organization.personNames());
        return "watch";
    }

    private static Map<String, Long> counted(List<LadderStep> steps) {
        return steps.stream().sorted(Comparator.comparing(step -> step.rung().height())).collect(Collectors.groupingBy(step -> step.rung().level(), LinkedHashMap::new, Collectors.counting()));
    }
}
