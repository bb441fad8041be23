package org.rectification.board.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rectification.board.Fields;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 分管领域周通报: one leader's field in one week, on paper. */
@Controller
class WeeklyController {

    private static final int WEEKS = 12;

    private final Fields fields;
    private final LedgerView ledger;
    private final Organization organization;

    WeeklyController(Fields fields, LedgerView ledger, Organization organization) {
        this.fields = fields;
        this.ledger = ledger;
        this.organization = organization;
    }

    @GetMapping("/weekly")
    String weekly(@RequestParam(required = false) String leader, @RequestParam(required = false) String week, Person viewer, Model model) {
        if (!viewer.readsEverything()) throw Refusal.notYours("分管领域周通报由领导小组、整改办和监督人员查看");
        List<Person> leaders = organization.leaders();
        Person chosen = chosen(leader, leaders, viewer);
        LocalDate today = ledger.horizon().today();
        Week shown = Week.read(week, today);
        List<Week> weeks = new ArrayList<>(Week.upTo(today, WEEKS));
        if (!weeks.contains(shown)) weeks.add(shown);
        model.addAttribute("leaders", leaders);
        model.addAttribute("leader", chosen);
        model.addAttribute("weeks", weeks);
        model.addAttribute("week", shown);
        model.addAttribute("today", today);
        model.addAttribute("field", fields.of(chosen, shown.monday(), shown.sunday()));
        model.addAttribute("departments", organization.departmentNames());
        return "weekly";
    }

    private static Person chosen(String leader, List<Person> leaders, Person viewer) {
        if (leader != null && !leader.isBlank()) {
            return leaders.stream().filter(person -> person.userId().equals(leader.strip())).findFirst().orElseThrow(() -> Refusal.unknown("领导小组里没有“" + leader.strip() + "”"));
        }
        return leaders.stream().filter(person -> person.userId().equals(viewer.userId())).findFirst()
                .orElseGet(() -> leaders.stream().findFirst().orElseThrow(() -> Refusal.unknown("领导小组还没有成员，请先导入人员名册")));
    }
}
