package org.rectification.notification.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rectification.notification.Deliveries;
import org.rectification.notification.Deliveries.Delivery;
import org.rectification.notification.Message;
import org.rectification.notification.Outbox;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 未送达的提醒, for the admin who retries them and the office that is asked about them. */
@Controller
class UndeliveredController {

    private static final int SHOWN = 200;

    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Organization organization;

    UndeliveredController(Outbox outbox, Deliveries deliveries, Organization organization) {
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.organization = organization;
    }

    /**
     * @param where    masked, null where the receiver can no longer be reached
     * @param delivery null where no process is at work on it, which the reconciliation reports
     */
    record Line(Message message, String receiver, String where, Delivery delivery) {

        /** The system has given up. */
        public boolean stands() {
            return delivery != null && delivery.triesLeft() == 0;
        }
    }

    static boolean isFor(Person viewer) {
        return viewer.isIn(Groups.CAMUNDA_ADMIN) || viewer.isIn(Groups.RECTIFICATION_OFFICE);
    }

    @GetMapping("/reminders/undelivered")
    String page(Person viewer, Model model) {
        if (!isFor(viewer)) throw Refusal.notYours("未送达的提醒由平台管理员和整改办查看");
        Map<String, Delivery> running = deliveries.running();
        Map<String, String> names = organization.personNames();
        List<Line> lines = outbox.waiting(SHOWN).stream()
                .map(message -> new Line(message, names.get(message.receiver()), outbox.destination(message).orElse(null), running.get(message.key())))
                .sorted(Comparator.comparing(Line::stands).reversed()).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("total", outbox.waiting().size());
        model.addAttribute("standing", lines.stream().filter(Line::stands).count());
        model.addAttribute("admin", viewer.isIn(Groups.CAMUNDA_ADMIN));
        return "undelivered";
    }
}
