package org.rectification.feedback;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rectification.audit.AuditTrail;
import org.rectification.organization.Groups;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.Drafting;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Problem;
import org.rectification.rectification.ProblemDraft;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office takes a case's problems from the feedback file instead of retyping them. Which file they came from stays on record. */
@Service
@Transactional
public class FeedbackImport {

    private final Drafting drafting;
    private final LedgerView ledger;
    private final ProposedMeasures proposed;
    private final AuditTrail audit;

    FeedbackImport(Drafting drafting, LedgerView ledger, ProposedMeasures proposed, AuditTrail audit) {
        this.drafting = drafting;
        this.ledger = ledger;
        this.proposed = proposed;
        this.audit = audit;
    }

    /** Registers nothing yet; that the file was read is recorded, with its hash as computed here. */
    public Reading read(String caseNumber, FeedbackFile file, Person by) {
        requireRegistering(caseNumber, by);
        Reading reading = file.read();
        audit.record(by.userId(), "读取反馈文件", caseNumber, file.name() + "，" + file.content().length + "字节，SHA-256：" + file.sha256() + "；读出问题" + reading.problems().size() + "个");
        return reading;
    }

    /** Numbers of proposals that the case has already → numbers of the problems that hold them. */
    @Transactional(readOnly = true)
    public Map<Integer, List<Integer>> registered(String caseNumber, Reading reading) {
        return new Repeated(ledger.problems(caseNumber)).among(reading.problems());
    }

    /** Indices of paragraphs that are in no proposal and that problems of the case hold already. */
    @Transactional(readOnly = true)
    public Set<Integer> registeredParagraphs(String caseNumber, Reading reading) {
        return new Repeated(ledger.problems(caseNumber)).paragraphs(reading);
    }

    /**
     * All or nothing.
     *
     * @param fileName of the file that was read before
     * @param sha256   its hash, as it stands beside the name in the record of that reading
     * @param measures of each draft what the file tells was or will be done
     */
    public List<Problem> register(String caseNumber, String fileName, String sha256, List<ProblemDraft> drafts, List<List<String>> measures, Person by) {
        requireRegistering(caseNumber, by);
        List<Problem> added = drafting.addProblems(caseNumber, drafts, by);
        for (int at = 0; at < added.size(); at++) proposed.keep(caseNumber, added.get(at).number(), measures.get(at));
        audit.record(by.userId(), "登记反馈问题", caseNumber, "问题" + added.get(0).number() + "至" + added.get(added.size() - 1).number() + "，共" + added.size() + "个，据："
                + shortened(fileName) + "，SHA-256：" + shortened(sha256));
        return added;
    }

    /** @throws Refusal NOT_YOURS, UNKNOWN or RULE when this person cannot import into this case now */
    public void requireRegistering(String caseNumber, Person by) {
        if (!by.isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours("问题由整改办登记，您不在整改办");
        CaseStage stage = ledger.figures(caseNumber).stage();
        if (stage != CaseStage.REGISTERING) throw Refusal.ofRule("本案已进行到“" + stage.label() + "”，只有登记问题清单时才能从反馈文件导入；" + instead(stage));
    }

    private static String instead(CaseStage stage) {
        if (stage.allowsDrafting()) return "增补问题请在案件页逐条登记";
        return stage.isLaunched() ? "任务已下达，问题清单不再增补；新的反馈意见请另行发起整改" : "方案审定或退回之后，可在案件页逐条增补";
    }

    private static String shortened(String sent) {
        return sent.length() <= 200 ? sent : sent.substring(0, 200) + "…";
    }
}
