package org.rectification.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.rectification.organization.Deputies;
import org.rectification.organization.DeputyDeeds;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.organization.Secretaries;
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

/** 代理: who stands in for whom on which days. */
@Controller
@RequestMapping("/deputies")
class DeputyPageController {

    private static final int LATEST = 200;

    private final Deputies deputies;
    private final DeputySheets sheets;
    private final DeputyDeeds deeds;
    private final Secretaries secretaries;
    private final Organization organization;

    DeputyPageController(Deputies deputies, DeputySheets sheets, DeputyDeeds deeds, Secretaries secretaries, Organization organization) {
        this.deputies = deputies;
        this.sheets = sheets;
        this.deeds = deeds;
        this.secretaries = secretaries;
        this.organization = organization;
    }

    @GetMapping
    String page(Person viewer, Model model) {
        return shown(viewer.isIn(Groups.CAMUNDA_ADMIN) ? Deputies.Draft.EMPTY : new Deputies.Draft(viewer.userId(), organization.standingDeputies().get(viewer.userId()), null, null, null), viewer, model);
    }

    /** The deputies to choose from, as soon as it is chosen for whom. */
    @GetMapping("/fit")
    String fit(@RequestParam String absent, Person viewer, Model model) {
        offer(new Deputies.Draft(absent, organization.standingDeputies().get(absent), null, null, null), sheets.absentees(viewer), model);
        return "deputies :: fit";
    }

    @PostMapping
    String enter(@ModelAttribute("typed") Deputies.Draft typed, Person by, Model model, HttpServletResponse response) {
        try {
            deputies.entered(typed, by);
            return "redirect:/deputies";
        } catch (Refusal refusal) {
            return refused(refusal, typed, by, model, response);
        }
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, Person by, Model model, HttpServletResponse response) {
        try {
            deputies.ended(id, by);
            return "redirect:/deputies";
        } catch (Refusal refusal) {
            return refused(refusal, Deputies.Draft.EMPTY, by, model, response);
        }
    }

    @PostMapping("/secretaries")
    String name(@ModelAttribute("typed") Secretaries.Draft typed, Person by, Model model, HttpServletResponse response) {
        try {
            secretaries.entered(typed, by);
            return "redirect:/deputies#secretaries";
        } catch (Refusal refusal) {
            return refused(refusal, Deputies.Draft.EMPTY, by, model, response);
        }
    }

    @PostMapping("/secretaries/{id}/end")
    String endSecretary(@PathVariable long id, Person by, Model model, HttpServletResponse response) {
        try {
            secretaries.ended(id, by);
            return "redirect:/deputies#secretaries";
        } catch (Refusal refusal) {
            return refused(refusal, Deputies.Draft.EMPTY, by, model, response);
        }
    }

    private String refused(Refusal refusal, Deputies.Draft typed, Person by, Model model, HttpServletResponse response) {
        response.setStatus(RefusalAnswers.statusOf(refusal).value());
        model.addAttribute("complaint", Complaint.of(refusal));
        return shown(typed, by, model);
    }

    private String shown(Deputies.Draft typed, Person viewer, Model model) {
        model.addAttribute("lines", sheets.lines(viewer));
        model.addAttribute("deeds", deeds.latest(viewer, LATEST));
        List<Person> absentees = sheets.absentees(viewer);
        model.addAttribute("absentees", absentees);
        offer(typed, absentees, model);
        model.addAttribute("standing", organization.standingDeputies());
        model.addAttribute("named", secretaries.concerning(viewer));
        model.addAttribute("leaders", organization.peopleByThemselves().stream().filter(person -> person.isIn(Groups.LEADING_GROUP) && Secretaries.mayNameFor(person, viewer)).toList());
        model.addAttribute("possibleSecretaries", organization.people().stream().filter(secretaries::mayBeSecretary).toList());
        model.addAttribute("viewer", viewer.userId());
        model.addAttribute("admin", viewer.isIn(Groups.CAMUNDA_ADMIN));
        model.addAttribute("names", organization.personNames());
        model.addAttribute("today", sheets.today());
        return "deputies";
    }

    /** For the one chosen, and until one is for the first of the list. */
    private void offer(Deputies.Draft typed, List<Person> absentees, Model model) {
        model.addAttribute("draft", typed);
        model.addAttribute("departments", organization.departmentNames());
        model.addAttribute("fit", absentees.stream().filter(person -> person.userId().equals(typed.absent())).findFirst().or(() -> absentees.stream().findFirst()).map(deputies::fitFor).orElse(List.of()));
    }
}
