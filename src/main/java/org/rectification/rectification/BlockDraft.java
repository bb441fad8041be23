package org.rectification.rectification;

import java.time.LocalDate;
import org.rectification.refusal.Flaws;

/** Why a task is said to be blocked, as typed. Dates in ISO form. */
public record BlockDraft(String reason, String outsideBody, String requestDate, String requestNumber, String interimMeasures, String reviewOn) {

    public static final BlockDraft EMPTY = new BlockDraft("", "", "", "", "", "");

    /** What it says once it has been checked. */
    record Entry(String reason, String outsideBody, LocalDate requestDate, String requestNumber, String interimMeasures, LocalDate reviewOn) {}

    /**
     * @param latest the last day on which it may be reviewed for the first time
     * @throws org.rectification.refusal.Refusal INPUT naming everything that is missing or wrong
     */
    Entry checked(LocalDate today, LocalDate latest) {
        Flaws flaws = new Flaws();
        Entry entry = new Entry(flaws.text("reason", "受阻原因", reason, 1000), flaws.text("outsideBody", "涉及的外部单位", outsideBody, 200),
                flaws.date("requestDate", "去函日期", requestDate), flaws.text("requestNumber", "去函文号", requestNumber, 100),
                flaws.text("interimMeasures", "过渡措施", interimMeasures, 1000), flaws.date("reviewOn", "复核日期", reviewOn));
        if (entry.requestDate() != null && entry.requestDate().isAfter(today)) flaws.add("requestDate", "去函日期" + entry.requestDate() + "晚于今天，请先去函再申请");
        if (entry.reviewOn() != null && !entry.reviewOn().isAfter(today)) flaws.add("reviewOn", "复核日期须晚于今天");
        if (entry.reviewOn() != null && entry.reviewOn().isAfter(latest)) flaws.add("reviewOn", "复核日期最迟为" + latest + "，届时仍受阻的再由整改办复核");
        flaws.refuseInput();
        return entry;
    }
}
