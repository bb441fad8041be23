package org.rectification.notification.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.notification.Deliveries;
import org.rectification.notification.Deliveries.Delivery;
import org.rectification.notification.Digest;
import org.rectification.notification.Digests;
import org.rectification.notification.Message;
import org.rectification.notification.NotificationSettings;
import org.rectification.notification.Outbox;
import org.rectification.organization.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 提醒: what the viewer was told on each of the last days. */
@Controller
class DigestController {

    private static final int SHOWN = 30;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Digests digests;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final NotificationSettings settings;
    private final Clock clock;

    DigestController(Digests digests, Outbox outbox, Deliveries deliveries, NotificationSettings settings, Clock clock) {
        this.digests = digests;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    /** One day's lines under their headings. */
    record Day(Digest digest, Map<String, List<Digest.Line>> headings) {}

    /** Where the reminders also go, and what became of the last one. */
    record Way(String channel, String where, String outcome) {}

    @GetMapping("/reminders")
    String page(Person viewer, Model model) {
        model.addAttribute("days", digests.of(viewer.userId(), SHOWN).stream()
                .map(digest -> new Day(digest, digest.lines().stream().collect(Collectors.groupingBy(Digest.Line::heading, LinkedHashMap::new, Collectors.toList())))).toList());
        model.addAttribute("leaving", settings.isOn());
        model.addAttribute("ways", outbox.of(viewer).stream().map(reach -> new Way(reach.channel().label(), reach.where(), outcome(reach.latest()))).toList());
        model.addAttribute("undelivered", UndeliveredController.isFor(viewer) ? outbox.waiting().size() : 0);
        digests.read(viewer.userId());
        return "reminders";
    }

    private String outcome(Message message) {
        if (message == null) return "还没有发过";
        LocalDate today = LocalDate.now(clock);
        String which = message.writtenOn().equals(today) ? "今天的提醒" : DAY.format(message.writtenOn()) + "的提醒";
        return which + switch (message.status()) {
            case DELIVERED -> "已于" + (message.settledAt().toLocalDate().equals(today) ? "" : DAY.format(message.settledAt())) + TIME.format(message.settledAt()) + "送达";
            case CANCELLED -> "没有发出：" + message.reason();
            case WAITING -> waiting(deliveries.running().get(message.key()));
        };
    }

    private static String waiting(Delivery delivery) {
        if (delivery == null || delivery.lastFailure() == null) return "正在发送";
        return delivery.triesLeft() == 0 ? "没有发出去，等待平台管理员处理" : "暂时没有发出去，系统会自动再试";
    }
}
