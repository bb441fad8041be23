package org.rectification.departure.web;

import jakarta.servlet.http.HttpServletResponse;
import org.rectification.departure.Departures;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 离任移交: choose who leaves and who follows, look at what moves, move it. */
@Controller
@RequestMapping("/departures")
class DepartureController {

    private final Departures departures;
    private final Organization organization;

    DepartureController(Departures departures, Organization organization) {
        this.departures = departures;
        this.organization = organization;
    }

    @GetMapping
    String page(@RequestParam(required = false) String leaver, @RequestParam(required = false) String successor, Person viewer, Model model, HttpServletResponse response) {
        if (leaver != null) {
            try {
                model.addAttribute("preview", departures.preview(leaver, successor, viewer));
            } catch (Refusal refusal) {
                complain(refusal, model, response);
            }
        }
        return shown(leaver, successor, viewer, model);
    }

    @PostMapping
    String handOver(@RequestParam(required = false) String leaver, @RequestParam(required = false) String successor, Person by, Model model, HttpServletResponse response) {
        try {
            departures.handedOver(leaver, successor, by);
            return "redirect:/departures";
        } catch (Refusal refusal) {
            complain(refusal, model, response);
            return shown(leaver, successor, by, model);
        }
    }

    private static void complain(Refusal refusal, Model model, HttpServletResponse response) {
        if (refusal.kind() == Refusal.Kind.NOT_YOURS) throw refusal;
        response.setStatus(RefusalAnswers.statusOf(refusal).value());
        model.addAttribute("complaint", Complaint.of(refusal));
    }

    private String shown(String leaver, String successor, Person viewer, Model model) {
        if (!viewer.isIn(Groups.CAMUNDA_ADMIN)) throw Refusal.notYours("离任移交由平台管理员办理");
        model.addAttribute("leaver", leaver);
        model.addAttribute("successor", successor);
        model.addAttribute("people", organization.peopleByThemselves());
        model.addAttribute("names", organization.personNames());
        model.addAttribute("departures", departures.all());
        return "departures";
    }
}
