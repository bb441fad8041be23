package org.rectification.change.web;

import java.util.List;
import java.util.Map;
import org.rectification.change.ChangeDraft;
import org.rectification.change.ChangeDraft.PartDraft;
import org.rectification.rectification.RectificationTask;
import org.rectification.refusal.web.Complaint;

/**
 * The changes to a task as one person finds them.
 *
 * @param office      whether he may ask for one
 * @param whyNot      why nobody can ask now, null where one can
 * @param lines       newest first
 * @param joining     numbers of the tasks that ask to be merged into this one
 * @param targets     number → title of the tasks it could go into, those of the same problem first; like the next two empty where nobody can ask
 * @param typed       what has just been refused
 */
public record ChangeSheet(RectificationTask task, boolean office, String whyNot, List<ChangeLine> lines, List<String> joining, Map<String, String> targets, Map<String, String> departments,
                          Map<String, String> leaders, String openMeasures, ChangeDraft typed, Complaint complaint) {

    private static final PartDraft NOTHING = new PartDraft(null, null, null, null, null);
    static final int PARTS_OFFERED = 4;

    /** Whether there is anything to see or to do. */
    public boolean isShown() {
        return office && whyNot == null || !lines.isEmpty() || !joining.isEmpty();
    }

    public boolean isAsked(String kind) {
        return kind.equals(typed.kind());
    }

    /** As typed; the first one begins with what is not done yet, to be dealt out among them. */
    public PartDraft part(int at) {
        if (typed.parts() != null && at < typed.parts().size() && typed.parts().get(at) != null) return typed.parts().get(at);
        return at == 0 && typed.parts() == null ? new PartDraft(null, null, null, null, openMeasures) : NOTHING;
    }
}
