package org.rectification.bulletin;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.rectification.document.OfficialDocument;

/** What 下一步安排 proposes. */
final class NextSteps {

    private NextSteps() {}

    static String of(BulletinFacts facts) {
        return ofOpen(facts, problem -> true) + "对已完成的问题巩固成效、防止反弹，到期组织回头看；" + (facts.open().isEmpty() ? "把行之有效的做法转入日常管理。" : "后续进展另行通报。");
    }

    /**
     * Its words on the problems still open.
     *
     * @param listed which of them stand in the table above
     * @return empty where none does
     */
    static String ofOpen(BulletinFacts facts, Predicate<ProblemFacts> listed) {
        List<ProblemFacts> all = facts.open();
        List<ProblemFacts> open = all.stream().filter(listed).toList();
        if (open.isEmpty()) return "";
        return "对" + (open.size() < all.size() ? "上表所列的" : "尚未完成的") + open.size() + "个问题，" + pace(open, facts.asOf()) + "，完成一项、核查一项、销号一项；";
    }

    private static String pace(List<ProblemFacts> open, LocalDate asOf) {
        long late = open.stream().filter(problem -> problem.isLate(asOf)).count();
        if (late == open.size()) return (late == 1 ? "已" : "均已") + "超过上表时限，抓紧完成";
        LocalDate last = open.stream().map(ProblemFacts::deadline).filter(Objects::nonNull).filter(day -> !day.isBefore(asOf)).max(Comparator.naturalOrder()).orElse(null);
        String due = last == null ? "" : "最迟于" + OfficialDocument.day(last) + "前完成";
        if (late == 0) return "按上表时限逐项推进" + (due.isEmpty() ? "" : "，" + due);
        return "按上表时限逐项推进，其中已超过时限的" + late + "个抓紧完成" + (due.isEmpty() ? "" : "，其余" + due);
    }
}
