package org.rectification.todo;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** What became of a step that somebody was once asked to do. */
public interface Whereabouts {

    /**
     * @param step    its name, e.g. 审定整改方案
     * @param page    of the matter it belongs to, as a path within this application
     * @param by      user id of who did it, or while it is open of who has claimed it; null where nobody has
     * @param endedAt null while it is open
     * @param done    whether it was ended by being done; otherwise it was taken back
     */
    record Trace(String step, String page, String by, LocalDateTime endedAt, boolean done) {

        private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm");

        /** One sentence for whoever cannot do it any more. @param names of people by user id */
        public String told(Map<String, String> names) {
            String who = by == null ? "" : "由" + names.getOrDefault(by, by);
            if (endedAt == null) return "“" + step + "”" + (by == null ? "现在不由您办理。" : "已" + who + "认领，您不用再办。");
            return "“" + step + "”已" + (done ? who : "") + "于" + MOMENT.format(endedAt) + (done ? "办结" : "撤回") + "，不用再办。";
        }
    }

    /** Empty where there never was such a step, or it was cleared away long after its process had ended. */
    Optional<Trace> of(String id);
}
