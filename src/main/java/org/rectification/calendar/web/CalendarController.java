package org.rectification.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rectification.calendar.CalendarFile;
import org.rectification.calendar.SpecialDay;
import org.rectification.calendar.WorkingCalendar;
import org.rectification.calendar.WorkingCalendar.Taken;
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
import org.springframework.web.bind.annotation.PathVariable;
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

    /**
     * @param known    whether its holidays have been told; otherwise only weekends are off
     * @param uploaded whether by a file
     */
    public record Year(int year, boolean known, boolean uploaded, List<SpecialDay> days) {}

    @GetMapping
    String page(Person viewer, Model model) {
        List<Integer> uploaded = calendar.toldYears();
        model.addAttribute("admin", viewer.isIn(Groups.CAMUNDA_ADMIN));
        model.addAttribute("years", years().stream().map(year -> new Year(year, calendar.knows(year), uploaded.contains(year), List.copyOf(calendar.specialDays(year).values()))).toList());
        return "calendar";
    }

    /** Those around this one and all that were uploaded, the latest first. */
    private List<Integer> years() {
        int thisYear = LocalDate.now(clock).getYear();
        return Stream.concat(Stream.of(thisYear + 1, thisYear, thisYear - 1), calendar.toldYears().stream()).distinct().sorted(Comparator.reverseOrder()).toList();
    }

    @PostMapping
    String take(@RequestPart(required = false) MultipartFile file, Person by, Model model, HttpServletResponse response) throws IOException {
        requireAdmin(by);
        try {
            if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank()) throw Refusal.ofInput("file", "请先选择日历文件");
            if (file.isEmpty()) throw Refusal.ofInput("file", "“" + file.getOriginalFilename() + "”是空文件，请确认选对了文件；日历没有改变");
            CalendarFile sent = CalendarFile.read(file.getBytes());
            List<Taken> taken = calendar.take(sent);
            model.addAttribute("taken", taken);
            model.addAttribute("untouched", calendar.toldYears().stream().filter(year -> taken.stream().noneMatch(each -> each.year() == year)).map(year -> year + "年").toList());
        } catch (Refusal refusal) {
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            model.addAttribute("complaint", Complaint.of(refusal));
        }
        return page(by, model);
    }

    @PostMapping("/{year}/withdrawal")
    String forget(@PathVariable int year, Person by, Model model, HttpServletResponse response) {
        requireAdmin(by);
        try {
            calendar.forgotten(year);
            return "redirect:/calendar";
        } catch (Refusal refusal) {
            response.setStatus(RefusalAnswers.statusOf(refusal).value());
            model.addAttribute("complaint", Complaint.of(refusal));
            return page(by, model);
        }
    }

    /** This year's days and those after it as far as they are told: what to go on from. */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(Person viewer) {
        requireAdmin(viewer);
        int thisYear = LocalDate.now(clock).getYear();
        List<SpecialDay> days = years().stream().filter(year -> year >= thisYear).sorted().flatMap(year -> calendar.specialDays(year).values().stream()).toList();
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", ContentDisposition.attachment().filename("工作日历.csv", StandardCharsets.UTF_8).build().toString())
                .body(CalendarFile.write(days));
    }

    private static void requireAdmin(Person viewer) {
        if (!viewer.isIn(Groups.CAMUNDA_ADMIN)) throw Refusal.notYours("工作日历由平台管理员维护");
    }
}
