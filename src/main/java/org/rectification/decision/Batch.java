package org.rectification.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rectification.refusal.Flaws;

/**
 * Decisions at one step as somebody types them.
 *
 * @param step    name of a {@link Step}
 * @param opinion that of every yes without one of its own; null means 同意, blank none
 * @param meeting id of the meeting they rest on, in the register of the tasks' case; blank for none
 */
public record Batch(String step, String opinion, String meeting, List<Line> decisions) {

    public static final int LARGEST = 100;
    private static final int LONGEST_OPINION = 2000;

    /**
     * @param round   the one he has seen
     * @param choice  name of a {@link Choice}
     * @param opinion a return needs one of its own
     */
    public record Line(String taskNumber, Integer round, String choice, String opinion) {}

    public Batch {
        decisions = decisions == null ? List.of() : decisions.stream().map(line -> line == null ? new Line(null, null, null, null) : line).toList();
    }

    /** What it decides, without what is left where it is. */
    List<Ruling> rulings(Step at, Flaws flaws) {
        String common = opinion == null ? "同意" : flaws.optionalText("opinion", "共同意见", opinion, LONGEST_OPINION);
        if (decisions.size() > LARGEST) flaws.add("decisions", "一次最多办理" + LARGEST + "项，现有" + decisions.size() + "项，请分几次提交");
        List<Ruling> rulings = new ArrayList<>();
        Set<String> named = new HashSet<>();
        int row = 0;
        for (Line line : decisions) {
            flaws.inRow(++row);
            String taskNumber = flaws.text("taskNumber", "任务编号", line.taskNumber(), 64);
            Choice choice = flaws.choice("choice", "结论", line.choice(), Choice.class);
            if (choice == Choice.SKIP) continue;
            if (line.choice() == null || line.choice().isBlank()) flaws.add("choice", "请选择" + taskNumber + "的结论：" + (at == null ? "同意" : at.yes()) + "、退回或本次不办");
            if (choice == Choice.SUSTAIN && at != Step.SIGN_OFF) flaws.add("choice", taskNumber + "：“完成并长期坚持”由销号审定时确认，这一步请选“" + (at == null ? "同意" : at.yes()) + "”");
            if (line.round() == null) flaws.add("round", "请注明" + taskNumber + "是第几次报验");
            if (!named.add(taskNumber)) flaws.add("taskNumber", taskNumber + "列了两次，每项任务只能有一个结论");
            String own = flaws.optionalText("opinion", taskNumber + "的意见", line.opinion(), LONGEST_OPINION);
            if (choice == Choice.RETURN && own == null) flaws.add("opinion", "退回" + taskNumber + "须单独写明退回意见，让承办人知道要改什么");
            if (flaws.isEmpty()) rulings.add(new Ruling(taskNumber, line.round(), choice, own != null || choice == Choice.RETURN ? own : common));
        }
        flaws.inRow(null);
        if (flaws.isEmpty() && rulings.isEmpty()) flaws.add("decisions", "没有要办理的任务：各项都是“本次不办”");
        return rulings;
    }
}
