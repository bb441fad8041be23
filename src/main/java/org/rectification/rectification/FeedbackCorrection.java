package org.rectification.rectification;

import java.util.Objects;
import org.rectification.audit.AuditTrail;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The number of problems that the feedback declared, mistyped or left out when the case began. Why it is corrected stays on record; a bulletin keeps what it told. */
@Service
@Transactional
public class FeedbackCorrection {

    private static final int LONGEST_REASON = 1000;

    private final Cases cases;
    private final AuditTrail audit;

    FeedbackCorrection(Cases cases, AuditTrail audit) {
        this.cases = cases;
        this.audit = audit;
    }

    /**
     * @param seen             what stood there when it was corrected, blank where nothing did
     * @param declaredProblems as typed, blank where the feedback names none
     */
    public void declared(String caseNumber, String seen, String declaredProblems, String reason, Person by) {
        if (!by.isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours("反馈问题数由整改办更正，您不在整改办");
        RectificationCase ofCase = cases.getLocked(caseNumber);
        if (ofCase.stage() == CaseStage.CLOSED) throw Refusal.ofRule("本案已经办结，反馈问题数不能再更正");
        Integer before = ofCase.declaredProblems();
        if (!seen.equals(before == null ? "" : before.toString())) throw Refusal.ofRule("反馈问题数刚刚已由他人改为" + told(before) + "，这次没有更正；请核对后再办");
        Flaws flaws = new Flaws();
        Integer declared = Feedback.declared(declaredProblems, flaws);
        String because = flaws.text("reason", "更正理由", reason, LONGEST_REASON);
        if (flaws.isEmpty() && Objects.equals(before, declared)) flaws.add("declaredProblems", "反馈问题数现在就是" + told(before) + "，没有要更正的");
        flaws.refuseInput();
        ofCase.declared(declared);
        cases.save(ofCase);
        audit.record(by.userId(), "更正反馈问题数", caseNumber, told(before) + "改为" + told(declared) + "，理由：" + because);
    }

    private static String told(Integer declared) {
        return declared == null ? "未填写（没有载明）" : declared + "个";
    }
}
