package org.rectification.demo.process;

import static org.rectification.demo.process.Storyline.pick;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rectification.demo.process.CaseScript.Phrases;
import org.rectification.demo.process.CaseScript.TaskScript;
import org.rectification.reporting.Period;
import org.rectification.reporting.ReportRow;
import org.rectification.reporting.ReportSheet;

/** What happens to one task in the course of the story, so that its reports say what really was done. */
class TaskStory {

    private final String taskNumber;
    private final TaskScript task;
    private final LocalDate launched;
    private final List<LocalDateTime> ticks = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private LocalDateTime signedOff;
    private int rounds;

    TaskStory(String taskNumber, TaskScript task, LocalDate launched) {
        this.taskNumber = taskNumber;
        this.task = task;
        this.launched = launched;
    }

    private record Refusal(LocalDateTime at, int round, String because) {}

    void ticked(LocalDateTime at, int measure) {
        if (measure != ticks.size()) throw new IllegalStateException(taskNumber + " ticks its measures out of order");
        ticks.add(at);
    }

    void submitted(LocalDateTime at) {
        rounds++;
    }

    void signedOff(LocalDateTime at) {
        signedOff = at;
    }

    void refused(LocalDateTime at, String because) {
        refusals.add(new Refusal(at, rounds, because));
    }

    /** What the department writes on this task for this period, whenever it does. */
    ReportRow reported(ReportSheet.Line line, Period period, String department, int departmentsTurn, Phrases phrases) {
        int turn = departmentsTurn + Math.floorMod(taskNumber.hashCode(), 6);
        long done = ticks.stream().filter(at -> !at.toLocalDate().isAfter(period.endsOn())).count();
        String next = done < task.measures().size() ? task.measures().get((int) done) : null;
        if (!department.equals(task.lead())) return supported(next, turn, phrases);
        String news = news(period, next);
        if (news == null && next == null) news = "各项措施均已落实，正在汇总佐证材料，准备报验。";
        boolean stuck = task.hindrance() != null && done == ticks.size() && quietPeriods(period) >= 2 && line.deadline().isBefore(period.endsOn().plusMonths(1));
        boolean overdue = line.deadline().isBefore(period.endsOn());
        if (news == null && (overdue || stuck || turn % 3 == 0)) return new ReportRow(taskNumber, null, task.hindrance() != null ? task.hindrance() : pick(phrases.still(), turn), plan(next, turn, phrases), true);
        if (news == null) news = underway(period, phrases).replace("{0}", next);
        return new ReportRow(taskNumber, news, overdue ? task.hindrance() : null, plan(next, turn, phrases), false);
    }

    private ReportRow supported(String next, int turn, Phrases phrases) {
        String what = next == null ? "收尾工作" : "“" + next + "”";
        return new ReportRow(taskNumber, pick(phrases.supporting(), turn).replace("{0}", what), null, "继续做好配合。", false);
    }

    /** What was done, or refused, in this period; null when nothing was. */
    private String news(Period period, String next) {
        List<String> done = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i++) if (isIn(period, ticks.get(i))) done.add(task.measures().get(i));
        String refused = refusals.stream().filter(refusal -> isIn(period, refusal.at()))
                .map(refusal -> "第" + refusal.round() + "次报验被退回，意见是：" + refusal.because() + "已组织逐条整改。").collect(Collectors.joining());
        if (done.isEmpty()) return refused.isEmpty() ? null : refused;
        return refused + "本期完成：" + String.join("；", done) + "。" + (next == null ? "" : "正在推进：" + next + "。");
    }

    /** The longer ago the last measure was finished, the further the next one has come. */
    private String underway(Period period, Phrases phrases) {
        return phrases.underway().get((int) Math.min(quietPeriods(period), phrases.underway().size() - 1));
    }

    private long quietPeriods(Period period) {
        LocalDate since = ticks.stream().map(LocalDateTime::toLocalDate).filter(day -> !day.isAfter(period.endsOn())).reduce(launched, (before, day) -> day);
        return ChronoUnit.DAYS.between(since, period.endsOn()) / 15;
    }

    private static boolean isIn(Period period, LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        return !day.isBefore(period.startsOn()) && !day.isAfter(period.endsOn());
    }

    private static String plan(String next, int turn, Phrases phrases) {
        return next == null ? "按程序报验，配合核查。" : pick(phrases.next(), turn).replace("{0}", next);
    }

    String taskNumber() { return taskNumber; }
    TaskScript task() { return task; }
    int rounds() { return rounds; }
    LocalDateTime signedOff() { return signedOff; }
}
