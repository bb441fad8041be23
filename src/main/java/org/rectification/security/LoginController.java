package org.rectification.security;

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
    private final boolean demo;

    LoginController(FirstAdmin firstAdmin, Environment environment) {
        this.firstAdmin = firstAdmin;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/login")
    String login(Model model) {
        if (firstAdmin.isOpen()) return "redirect:/first-admin";
        model.addAttribute("demo", demo);
        return "login";
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
