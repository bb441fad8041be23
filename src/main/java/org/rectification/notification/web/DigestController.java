package org.rectification.notification.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.notification.Digest;
import org.rectification.notification.Digests;
import org.rectification.organization.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 提醒: what the viewer was told on each of the last days. */
@Controller
class DigestController {

    private static final int SHOWN = 30;

    private final Digests digests;

    DigestController(Digests digests) {
        this.digests = digests;
    }

    /** One day's lines under their headings. */
    record Day(Digest digest, Map<String, List<Digest.Line>> headings) {}

    @GetMapping("/reminders")
    String page(Person viewer, Model model) {
        model.addAttribute("days", digests.of(viewer.userId(), SHOWN).stream()
                .map(digest -> new Day(digest, digest.lines().stream().collect(Collectors.groupingBy(Digest.Line::heading, LinkedHashMap::new, Collectors.toList())))).toList());
        digests.read(viewer.userId());
        return "reminders";
    }
}
