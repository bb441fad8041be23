package org.rectification.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
class LoginController {

    private final FirstAdmin firstAdmin;
    private final Organization organization;
    private final boolean demo;

    LoginController(FirstAdmin firstAdmin, Organization organization, Environment environment) {
        this.firstAdmin = firstAdmin;
        this.organization = organization;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/login")
    String login(Model model) {
        if (firstAdmin.isOpen()) return "redirect:/first-admin";
        model.addAttribute("demo", demo);
        if (demo) model.addAttribute("accounts", accounts());
        return "login";
    }

    /** What one is → who is; a department's people stand together. */
    private Map<String, List<Person>> accounts() {
        Map<String, String> departments = organization.departmentNames();
        Map<String, List<Person>> accounts = new LinkedHashMap<>();
        Groups.NAMES.values().forEach(role -> accounts.put(role, new ArrayList<>()));
        departments.values().forEach(department -> accounts.put(department, new ArrayList<>()));
        for (Person person : organization.people()) {
            Groups.NAMES.forEach((group, role) -> { if (person.isIn(group)) accounts.get(role).add(person); });
            if (person.department() != null) accounts.get(departments.get(person.department())).add(person);
        }
        accounts.values().removeIf(List::isEmpty);
        return accounts;
    }

    @GetMapping("/first-admin")
    String firstAdmin() {
        if (!firstAdmin.isOpen()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return "first-admin";
    }

    @PostMapping("/first-admin")
    String makeFirstAdmin(@RequestParam String token, @RequestParam String userId, @RequestParam String name, @RequestParam String password,
                          Model model, jakarta.servlet.http.HttpServletResponse response) {
        try {
            firstAdmin.create(token, userId, name, password);
        } catch (Refusal refusal) {
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("userId", userId);
            model.addAttribute("name", name);
            return "first-admin";
        }
        return "redirect:/login";
    }
}
