package org.rectification.demo.process;

import static org.rectification.reporting.process.ProgressReportProcess.ACCEPTED;
import static org.rectification.reporting.process.ProgressReportProcess.REVIEW_REPORT;
import static org.rectification.reporting.process.ProgressReportProcess.SUBMIT_REPORT;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rectification.calendar.WorkingDays;
import org.rectification.demo.process.CaseScript.Phrases;
import org.rectification.demo.process.CaseScript.ReportsScript;
import org.rectification.demo.process.Chronicle.Diary;
import org.rectification.reporting.Cadence;
import org.rectification.reporting.Period;
import org.rectification.reporting.ReportingSettings;

/** Every department's report for every period, in time but where the script says otherwise. */
class ReportsStory {

    private final CaseScript script;
    private final LocalDate today;
    private final WorkingDays workingDays;
    private final Chronicle chronicle;
    private final ReportingSettings reporting;
    private final Phrases phrases;

    ReportsStory(CaseScript script, LocalDate today, WorkingDays workingDays, Chronicle chronicle, ReportingSettings reporting, Phrases phrases) {
        this.script = script;
        this.today = today;
        this.workingDays = workingDays;
        this.chronicle = chronicle;
        this.reporting = reporting;
        this.phrases = phrases;
    }

    void tell(List<TaskStory> tasks, LocalDate launch) {
        Map<String, TaskStory> byNumber = tasks.stream().collect(Collectors.toMap(TaskStory::taskNumber, story -> story));
        TreeSet<String> departments = new TreeSet<>();
        tasks.forEach(story -> {
            departments.add(story.task().lead());
            departments.addAll(script.supporters(story.task()));
        });
        List<Period> ended = Cadence.of(reporting.concentrated()).endedBetween(launch, today);
        for (int ago = ended.size(); ago >= 1; ago--) {
            int turn = 0;
            for (String department : departments) report(byNumber, ended.get(ended.size() - ago), ago, department, ++turn);
        }
    }

    private void report(Map<String, TaskStory> tasks, Period period, int ago, String department, int turn) {
        ReportsScript told = script.reports();
        if (told.missing().stream().anyMatch(missing -> missing.ago() == ago && missing.department().equals(department))) return;
        int days = told.late().stream().filter(late -> late.ago() == ago && late.department().equals(department)).findFirst()
                .map(late -> reporting.dueDays() + late.days()).orElse(1 + turn % reporting.dueDays());
        String key = script.caseNumber() + ":" + period.key() + ":" + department;
        String handler = Storyline.handler(department, turn + ago);
        Consumer<Desk> handedIn = desk -> desk.reports(handler, script.caseNumber(), period.key(), department,
                line -> tasks.get(line.taskNumber()).reported(line, period, department, turn + ago, phrases));
        Diary diary = chronicle.diary(key, LocalDateTime.MIN);
        LocalDate day = workingDays.after(period.endsOn(), days);
        if (!day.isBefore(today)) return;
        diary.write(day, 10, handler, SUBMIT_REPORT, handedIn);
        for (var returned : told.returned().stream().filter(each -> each.ago() == ago && each.department().equals(department)).toList()) {
            diary.write(day = workingDays.after(day, 1), 15, Storyline.OFFICE, REVIEW_REPORT, desk -> desk.completesIfOffered(Storyline.OFFICE, key, REVIEW_REPORT, Storyline.judged(returned.because(), ACCEPTED.name(), false)));
            diary.write(day = workingDays.after(day, 1), 10, handler, SUBMIT_REPORT, handedIn);
        }
        LocalDate reviewed = workingDays.after(day, 1);
        if (!reviewed.isBefore(today) || ago == 1 && told.unreviewed().contains(department)) return;
        diary.write(reviewed, 15, Storyline.OFFICE, REVIEW_REPORT, desk -> desk.completesIfOffered(Storyline.OFFICE, key, REVIEW_REPORT, Storyline.judged(Storyline.pick(phrases.accepted(), turn + ago), ACCEPTED.name(), true)));
    }
}
