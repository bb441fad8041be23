package org.rectification.demo.process;

import static org.rectification.extension.process.DeadlineExtensionProcess.APPROVE_EXTENSION;
import static org.rectification.extension.process.DeadlineExtensionProcess.ENDORSE_EXTENSION;
import static org.rectification.extension.process.DeadlineExtensionProcess.EXTENSION_APPROVED;
import static org.rectification.extension.process.DeadlineExtensionProcess.EXTENSION_ENDORSED;
import static org.rectification.rectification.process.ObjectivelyBlockedProcess.APPROVE_BLOCKED;
import static org.rectification.rectification.process.ObjectivelyBlockedProcess.BLOCKED_APPROVED;

import java.time.LocalDate;
import java.util.Map;
import org.rectification.demo.process.CaseScript.BlockScript;
import org.rectification.demo.process.CaseScript.ExtensionScript;
import org.rectification.demo.process.Chronicle.Diary;
import org.rectification.rectification.BlockDraft;

/** What keeps a task from its deadline: an extension asked for, a body outside the bureau that it waits for. */
class Setbacks {

    private final LocalDate today;

    Setbacks(LocalDate today) {
        this.today = today;
    }

    void extend(String taskNumber, ExtensionScript told, String handler, String head, Diary diary) {
        diary.write(told.asked(), 14, handler, "asksForExtension", desk -> desk.asksForExtension(handler, taskNumber, today.plusDays(told.to()), told.because(), told.shows()));
        String key = taskNumber + ":E1";
        diary.write(told.asked() + 1, 9, head, ENDORSE_EXTENSION, desk -> desk.completes(head, key, ENDORSE_EXTENSION, Map.of(EXTENSION_ENDORSED.name(), true, "opinion", "情况属实，同意申请。")));
        if (told.approvedBy() == null) return;
        diary.write(told.asked() + 4, 16, told.approvedBy(), APPROVE_EXTENSION,
                desk -> desk.completes(told.approvedBy(), key, APPROVE_EXTENSION, Map.of(EXTENSION_APPROVED.name(), true, "opinion", told.opinion())));
    }

    void block(String taskNumber, BlockScript told, String handler, Diary diary) {
        BlockDraft draft = new BlockDraft(told.because(), told.outsideBody(), today.plusDays(told.letter()).toString(), told.letterNumber(), told.meanwhile(), today.plusDays(told.review()).toString());
        diary.write(told.asked(), 14, handler, "asksForBlock", desk -> desk.asksForBlock(handler, taskNumber, draft));
        diary.write(told.asked() + 2, 16, told.approvedBy(), APPROVE_BLOCKED,
                desk -> desk.completes(told.approvedBy(), taskNumber + ":B1", APPROVE_BLOCKED, Map.of(BLOCKED_APPROVED.name(), true, "opinion", told.opinion())));
    }
}
