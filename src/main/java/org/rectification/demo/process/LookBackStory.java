package org.rectification.demo.process;

import static org.rectification.lookback.process.LookBackProcess.HELD;
import static org.rectification.lookback.process.LookBackProcess.LOOK_BACK;
import static org.rectification.lookback.process.LookBackProcess.OPINION;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.rectification.lookback.LookBackSettings;

/** How a case was looked back at before it was closed: everything has held. */
record LookBackStory(Chronicle chronicle, LookBackSettings settings, List<String> opinions) {

    /** A fortnight into the look-back, so that a long holiday does not put it before its day. */
    void tell(List<TaskStory> tasks, List<String> people) {
        LocalDate due = settings.dueAfter(tasks.stream().map(TaskStory::signedOff).max(LocalDateTime::compareTo).orElseThrow().toLocalDate());
        int turn = 0;
        for (TaskStory story : tasks) {
            String by = Storyline.pick(people, ++turn);
            Map<String, Object> submitted = Map.of(HELD.name(), true, OPINION.name(), Storyline.pick(opinions, turn));
            chronicle.diary(story.taskNumber(), story.signedOff())
                    .write(chronicle.lastWorkingDayBy(due.plusDays(14 + turn)), 15, by, LOOK_BACK, desk -> desk.completes(by, story.taskNumber(), LOOK_BACK, submitted));
        }
    }
}
