package org.rectification.rectification;

import org.rectification.refusal.Flaws;

/** A problem as somebody wrote it down, checked for form. */
record ProblemEntry(String aspect, String title, String text, Origin origin, String progress) {

    static ProblemEntry read(ProblemDraft draft, Flaws flaws) {
        Origin origin = flaws.choice("origin", "问题来源", draft.origin(), Origin.class);
        return new ProblemEntry(
                flaws.text("aspect", "所属方面", draft.aspect(), 200),
                flaws.text("title", "问题标题", draft.title(), 200),
                flaws.text("text", "问题表述", draft.text(), 4000),
                origin == null ? Origin.FEEDBACK : origin,
                flaws.optionalText("progress", "整改进度", draft.progress(), 4000));
    }

    /** In words, for the record of what was changed in the approved plan. */
    String differenceFrom(Problem problem) {
        return "改为：" + aspect + "／" + title + "；原为：" + problem.aspect() + "／" + problem.title();
    }
}
