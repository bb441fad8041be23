package org.rectification.rectification;

import java.time.LocalDateTime;
import org.rectification.refusal.Refusal;

/**
 * 配合落实情况: what one supporting party has done of a task. Said once; until then the task waits for it.
 *
 * @param party   department code, or the name of an outside body
 * @param outside whether it is a body without accounts, for which the lead department speaks
 * @param text    null, as are the next two, while it is awaited
 */
public record Instalment(String party, boolean outside, String text, String confirmedBy, LocalDateTime confirmedAt) {

    private static final int LONGEST_TEXT = 2000;

    public boolean isAwaited() {
        return confirmedAt == null;
    }

    Instalment confirmed(String text, String by, LocalDateTime at) {
        if (!isAwaited()) throw Refusal.ofRule("配合落实情况已经确认过，不能再改；如有补充，请上传佐证材料");
        if (text == null || text.isBlank()) throw Refusal.ofRule("请填写配合落实情况");
        if (text.length() > LONGEST_TEXT) throw Refusal.ofRule("配合落实情况最多" + LONGEST_TEXT + "字，现有" + text.length() + "字");
        return new Instalment(party, outside, text.strip(), by, at);
    }
}
