package org.rectification.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.rectification.refusal.Flaws;

/** Problems and tasks as the ledger would hold them, without a database. */
public final class Drawn {

    private Drawn() {}

    public static Problem problem(String caseNumber, int number, String aspect, String title, String text) {
        return new Problem(caseNumber, number, ProblemEntry.read(new ProblemDraft(aspect, title, text, null, null, null), new Flaws()));
    }

    /** @param words title, sign-off standard, goal, measure type, head leader, as typed */
    public static RectificationTask task(String caseNumber, int problem, int ordinal, TaskKind kind, Phase phase, LocalDate deadline, List<String> words) {
        Flaws flaws = new Flaws();
        return new RectificationTask(caseNumber, ordinal, new TaskEntry(problem, flaws.text("title", "任务名称", words.get(0), 200), kind, phase, "sanitation", Set.of(), List.of(), "leader2", deadline,
                flaws.optionalText("standard", "销号标准", words.get(1), 1000), List.of(),
                new TaskEntry.Notes(flaws.optionalText("goal", "", words.get(2), 1000), flaws.optionalText("type", "", words.get(3), 100), flaws.optionalText("head", "", words.get(4), 100))));
    }

    public static Measure measure(String taskNumber, int ordinal, String text) {
        return new Measure("T-1", taskNumber, ordinal, new TaskEntry.MeasureEntry(text.strip(), null, null));
    }
}
