package org.rectification.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.rectification.calendar.DueDays;
import org.rectification.calendar.WorkingDays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/days")
@Tag(name = "工作日历")
class DueDaysController {

    private final WorkingDays workingDays;
    private final Clock clock;

    DueDaysController(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "今天的日期，前后逢休息日的期限顺延到哪一天")
    DueDays days() {
        return DueDays.on(LocalDate.now(clock), workingDays);
    }
}
