package org.rectification.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rectification.calendar.CalendarFile;
import org.rectification.calendar.SpecialDay;
import org.rectification.calendar.WorkingCalendar;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** 工作日历: which days count, for everybody to read and for the admin to bring up to date. */
@Controller
@RequestMapping("/calendar")
class CalendarController {

    private final WorkingCalendar calendar;
    private final Clock clock;

    CalendarController(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param known whether its holidays have been told; otherwise only weekends are off */
    public record Year(int year, boolean known, List<SpecialDay> days) {}

    @GetMapping
    String page(Person viewer, Model model) {
        int thisYear = LocalDate.now(clock).getYear();
        model.addAttribute("admin", viewer.isIn(Groups.CAMUNDA_ADMIN));
        model.addAttribute("years", IntStream.of(thisYear + 1, thisYear, thisYear - 1)
                .mapToObj(year -> new Year(year, calendar.knows(year), List.copyOf(calendar.specialDays(year).values()))).toList());
        return "calendar";
    }

    @PostMapping
    String take(@RequestPart(required = false) MultipartFile file, Person by, Model model, HttpServletResponse response) throws IOException {
        requireAdmin(by);
        try {
            if (file == null || file.isEmpty()) throw Refusal.ofInput("file", "请先选择日历文件");
            CalendarFile sent = CalendarFile.read(file.getBytes());
            calendar.take(sent);
            model.addAttribute("taken", sent.days().stream().map(day -> day.day().getYear() + "年").distinct().sorted().toList());
        } catch (Refusal refusal) {
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            model.addAttribute("complaint", Complaint.of(refusal));
        }
        return page(by, model);
    }

    /** This year's days and next year's as far as they are told: what to go on from. */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(Person viewer) {
        requireAdmin(viewer);
        int thisYear = LocalDate.now(clock).getYear();
        List<SpecialDay> days = new ArrayList<>(calendar.specialDays(thisYear).values());
        days.addAll(calendar.specialDays(thisYear + 1).values());
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", ContentDisposition.attachment().filename("工作日历.csv", StandardCharsets.UTF_8).build().toString())
                .body(CalendarFile.write(days));
    }

    private static void requireAdmin(Person viewer) {
        if (!viewer.isIn(Groups.CAMUNDA_ADMIN)) throw Refusal.notYours("工作日历由平台管理员维护");
    }
}
