package org.rectification.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rectification.rectification.TaskPart;
import org.rectification.refusal.Flaws;

/**
 * A change as sent, nothing checked yet; null means left out.
 *
 * @param leadDepartment with {@code leadLeader} for a hand-over
 * @param target         number of the task it goes into, for a merge
 * @param ground         why its problem is put right all the same, for a merge or a withdrawal
 * @param parts          for a split
 */
public record ChangeDraft(String kind, String reason, String leadDepartment, String leadLeader, String target, String ground, List<PartDraft> parts) {

    public static final ChangeDraft EMPTY = new ChangeDraft(null, null, null, null, null, null, null);
    private static final int LONGEST_REASON = 1000;
    private static final int MOST_PARTS = 10;
    private static final int MOST_MEASURES = 20;

    /** @param measures one a line, may be missing */
    public record PartDraft(String title, String leadDepartment, String leadLeader, String signOffStandard, String measures) {

        private boolean isBlank() {
            return java.util.stream.Stream.of(title, signOffStandard, measures).allMatch(text -> text == null || text.isBlank());
        }

        TaskPart checked(Known known, Flaws flaws) {
            List<String> lines = measures == null ? List.of() : measures.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            lines.stream().filter(line -> line.length() > 1000).findFirst().ifPresent(line -> flaws.add("measures", "每条整改措施最多1000字"));
            if (lines.size() > MOST_MEASURES || String.join("\n", lines).length() > 4000) flaws.add("measures", "每项新任务最多" + MOST_MEASURES + "条整改措施，合计4000字");
            if (Flaws.isUnprintable(String.join("\n", lines))) flaws.add("measures", "整改措施含有不能显示的控制字符，请删去");
            return new TaskPart(flaws.text("title", "任务名称", title, 200), known.department(leadDepartment, flaws), known.leader(leadLeader, flaws),
                    flaws.text("signOffStandard", "销号标准", signOffStandard, 1000), lines);
        }
    }

    /** Names by code and by user id. */
    record Known(Map<String, String> departments, Map<String, String> leaders) {

        String department(String code, Flaws flaws) {
            if (code != null && departments.containsKey(code.strip())) return code.strip();
            flaws.add("leadDepartment", code == null || code.isBlank() ? "请选择责任科室" : "责任科室“" + code.strip() + "”不存在，可选：" + String.join("、", departments.keySet()));
            return null;
        }

        String leader(String userId, Flaws flaws) {
            if (userId != null && leaders.containsKey(userId.strip())) return userId.strip();
            flaws.add("leadLeader", userId == null || userId.isBlank() ? "请选择责任领导" : "责任领导“" + userId.strip() + "”不在领导小组，可选：" + String.join("、", leaders.keySet()));
            return null;
        }
    }

    /** The same with everything in it understood; what its kind does not need is left out. */
    record Entry(ChangeKind kind, String reason, String leadDepartment, String leadLeader, String target, String ground, List<TaskPart> parts) {}

    Entry checked(Known known) {
        Flaws flaws = new Flaws();
        ChangeKind chosen = flaws.choice("kind", "调整方式", kind, ChangeKind.class);
        if (chosen == null && flaws.isEmpty()) flaws.add("kind", "请选择调整方式");
        String because = flaws.text("reason", "调整理由", reason, LONGEST_REASON);
        boolean handOver = chosen == ChangeKind.HAND_OVER;
        boolean grounded = chosen == ChangeKind.MERGE || chosen == ChangeKind.WITHDRAW;
        Entry entry = new Entry(chosen, because, handOver ? known.department(leadDepartment, flaws) : null, handOver ? known.leader(leadLeader, flaws) : null,
                chosen == ChangeKind.MERGE ? flaws.text("target", "并入的任务编号", target, 64) : null,
                grounded ? flaws.text("ground", "对应问题如何继续整改的说明", ground, LONGEST_REASON) : null,
                chosen == ChangeKind.SPLIT ? checkedParts(known, flaws) : List.of());
        flaws.refuseInput();
        return entry;
    }

    /** What stands empty in a form is no part. */
    private List<TaskPart> checkedParts(Known known, Flaws flaws) {
        List<PartDraft> written = parts == null ? List.of() : parts.stream().filter(Objects::nonNull).filter(part -> !part.isBlank()).toList();
        if (written.size() < 2) flaws.add("parts", "请至少填写两项新任务，一项任务不能拆成一项");
        if (written.size() > MOST_PARTS) flaws.add("parts", "一次最多拆分为" + MOST_PARTS + "项任务，现有" + written.size() + "项");
        List<TaskPart> checked = new ArrayList<>();
        for (PartDraft part : written) checked.add(part.checked(known, flaws.inRow(checked.size() + 1)));
        return checked;
    }
}
