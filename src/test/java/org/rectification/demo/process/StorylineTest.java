package org.rectification.demo.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectification.calendar.AnnouncedHolidays;
import org.rectification.calendar.WorkingDays;
import org.rectification.lookback.LookBackSettings;
import org.rectification.reporting.ReportingSettings;

/** The demo's story on every day on which somebody may start it, holidays and turns of the year among them. */
class StorylineTest {

    private static final ReportingSettings SETTINGS = new ReportingSettings("HALF_MONTH", "MONTHLY", LocalTime.of(9, 0), 3);
    private static final List<CaseScript> SCRIPTS = Demo.CASES.stream().map(CaseScript::read).toList();

    private final Map<LocalDate, Boolean> known = new HashMap<>();
    private final WorkingDays workingDays = new AnnouncedHolidays() {
        @Override
        public boolean isWorkingDay(LocalDate day) {
            return known.computeIfAbsent(day, super::isWorkingDay);
        }
    };

    @Test
    void sameDaySameStory() {
        LocalDate today = LocalDate.of(2026, 11, 18);
        assertThat(on(today)).extracting(Deed::toString).isEqualTo(on(today).stream().map(Deed::toString).toList());
    }

    @Test
    void onWhicheverDayItBeginsEverythingHasHappenedInOrderByYesterday() {
        for (LocalDate today = LocalDate.of(2026, 2, 1); today.isBefore(LocalDate.of(2027, 4, 1)); today = today.plusDays(1)) {
            List<Deed> story = on(today);
            assertThat(story).as("story on " + today).hasSizeBetween(600, 900);
            Map<String, LocalDateTime> last = new HashMap<>();
            for (Deed deed : story) {
                LocalDateTime before = last.put(deed.subject(), deed.at());
                assertThat(before == null || before.isBefore(deed.at())).as(deed + " on " + today).isTrue();
                assertThat(workingDays.isWorkingDay(deed.at().toLocalDate())).as(deed + " on " + today).isTrue();
                assertThat(deed.at().toLocalDate()).isBefore(today);
            }
            assertThat(at(story, "Task_SignOff", "ZX-2025-01")).as("closing on " + today).isBefore(at(story, "Task_SummariseCase", "ZX-2025-01"));
        }
    }

    private List<Deed> on(LocalDate today) {
        return Storyline.of(SCRIPTS, today, workingDays, SETTINGS, new LookBackSettings(6, 100, 100));
    }

    private static LocalDateTime at(List<Deed> story, String step, String caseNumber) {
        return story.stream().filter(deed -> deed.step().equals(step) && deed.subject().startsWith(caseNumber)).map(Deed::at).max(LocalDateTime::compareTo).orElseThrow();
    }
}
