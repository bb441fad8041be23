package org.rectification.bulletin;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.audit.AuditTrail;
import org.rectification.bulletin.BulletinDecision.Matter;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.BulletinDecided;
import org.rectification.rectification.CaseLifecycle;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.CaseSummarised;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.SummaryBegun;
import org.rectification.refusal.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 通报 from its first figures until it is published. The case's own is approved by the step 审定通报; supplements, and a bulletin that the step
 * never saw, on the bulletin's page. Whoever writes holds the case, so that nothing changes while it is being approved.
 */
@Service
@Transactional
public class Bulletins {

    private static final int LONGEST_OPINION = 2000;

    private final BulletinRows rows;
    private final Sections sections;
    private final Withholdings withholdings;
    private final Clearances clearances;
    private final IssuedFiles files;
    private final BulletinDecisions decisions;
    private final BulletinDrafts drafts;
    private final CaseLifecycle cases;
    private final LedgerView ledger;
    private final Organization organization;
    private final AuditTrail audit;
    private final Clock clock;

    Bulletins(BulletinRows rows, Sections sections, Withholdings withholdings, Clearances clearances, IssuedFiles files, BulletinDecisions decisions, BulletinDrafts drafts,
              CaseLifecycle cases, LedgerView ledger, Organization organization, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.sections = sections;
        this.withholdings = withholdings;
        this.clearances = clearances;
        this.files = files;
        this.decisions = decisions;
        this.drafts = drafts;
        this.cases = cases;
        this.ledger = ledger;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
    }

    // with the steps of the case

    @EventListener
    public void begun(SummaryBegun event) {
        if (rows.find(event.caseNumber(), 1).isEmpty()) drafts.begun(event.caseNumber(), 1);
    }

    /** A draft that nobody has touched is told as things stand now. */
    @EventListener
    public void summarised(CaseSummarised event) {
        Bulletin bulletin = rows.find(event.caseNumber(), 1).orElseGet(() -> drafts.begun(event.caseNumber(), 1));
        if (bulletin.status() != BulletinStatus.DRAFT) return;
        if (drafts.isUntouched(bulletin)) drafts.frozenAnew(bulletin);
        sections.propose(bulletin.bulletinKey(), Section.OVERVIEW, event.summary());
        bulletin.submitted(event.by(), now());
        rows.save(bulletin);
    }

    @EventListener
    public void decided(BulletinDecided event) {
        Bulletin bulletin = rows.find(event.caseNumber(), 1).orElseGet(() -> drafts.begun(event.caseNumber(), 1));
        if (bulletin.isApproved()) return;
        if (bulletin.status() == BulletinStatus.DRAFT) bulletin.submitted(event.by(), now());
        judge(bulletin, event.by(), event.approved(), event.opinion());
    }

    // on the page

    /** A supplement, or the bulletin of a case that was summarised before there were any here. */
    public Bulletin draftedBy(String caseNumber, Person by) {
        requireOffice(by, "通报由整改办起草");
        CaseStage stage = cases.held(caseNumber).stage();
        List<Bulletin> all = rows.findByCaseNumberOrderByOrdinal(caseNumber);
        if (stage.compareTo(CaseStage.SUMMARISING) < 0) throw Refusal.ofRule("案件当前处于“" + stage.label() + "”，到“" + CaseStage.SUMMARISING.label() + "”时才起草通报");
        all.stream().filter(each -> !each.isApproved()).findFirst().ifPresent(open -> {
            throw Refusal.ofRule(open.name() + "还没有审定，审定之后才能起草补充通报");
        });
        return drafts.begun(caseNumber, all.size() + 1);
    }

    /** 重新取数: figures and proposed texts are those of today; what somebody worded stays. */
    public void refrozen(String caseNumber, int ordinal, Person by) {
        Bulletin bulletin = heldForOffice(caseNumber, ordinal, by);
        drafts.frozenAnew(bulletin);
        rows.save(bulletin);
    }

    /** Hands a supplement to the leading group; the case's own bulletin goes with its step. */
    public void submittedBy(String caseNumber, int ordinal, Person by) {
        Bulletin bulletin = heldForOffice(caseNumber, ordinal, by);
        requireDecidedHere(bulletin);
        bulletin.submitted(by.userId(), now());
        rows.save(bulletin);
    }

    /** 撤回送审, while nobody has decided; it is a draft again. */
    public void submissionTakenBack(String caseNumber, int ordinal, Person by) {
        Bulletin bulletin = heldForOffice(caseNumber, ordinal, by);
        requireDecidedHere(bulletin);
        bulletin.takenBack();
        rows.save(bulletin);
        audit.record(by.userId(), "撤回送审", caseNumber, bulletin.name());
    }

    /**
     * @param seen      when what he read was submitted; null where he does not say
     * @param publishes whether he was told that his consent publishes it; null where he does not say
     */
    public void decidedBy(String caseNumber, int ordinal, boolean approved, String opinion, LocalDateTime seen, Boolean publishes, Person by) {
        requireLeader(by, "通报由领导小组审定");
        cases.held(caseNumber);
        Bulletin bulletin = get(caseNumber, ordinal);
        if (seen != null && !seen.equals(bulletin.submittedAt())) throw Refusal.ofRule("这份通报已撤回修改后重新送审，请刷新页面，看过新的文稿再审定");
        requireDecidedHere(bulletin);
        requireAnother(bulletin, by, "审定");
        boolean ready = text(bulletin).hindrances().isEmpty();
        if (approved && publishes != null && publishes != ready) throw Refusal.ofRule((ready ? "公开的条件刚刚齐备，同意将一并批准公开" : "公开的条件有变化，同意不再一并批准公开") + "，请刷新页面看过再审定");
        judge(bulletin, by.userId(), approved, said(approved, opinion));
    }

    /** 批准公开, where something still stood against it when the bulletin was approved. */
    public void publishedBy(String caseNumber, int ordinal, Person by) {
        requireLeader(by, "公开版由领导小组批准公开");
        cases.held(caseNumber);
        Bulletin bulletin = get(caseNumber, ordinal);
        requireAnother(bulletin, by, "批准公开");
        bulletin.published(by.userId(), now());
        List<String> hindrances = text(bulletin).hindrances();
        if (!hindrances.isEmpty()) throw Refusal.ofRule("还不能公开：" + String.join("；", hindrances));
        publish(bulletin, by.userId(), null);
        rows.save(bulletin);
    }

    private void judge(Bulletin bulletin, String by, boolean approved, String opinion) {
        decisions.write(bulletin.bulletinKey(), Matter.APPROVAL, by, approved, opinion, now());
        if (approved) {
            bulletin.approved(by, now());
            files.issue(bulletin.bulletinKey(), Audience.PARTY, text(bulletin).docx(Audience.PARTY), now());
            if (text(bulletin).hindrances().isEmpty()) {
                bulletin.published(by, now());
                publish(bulletin, by, opinion);
            }
        } else {
            bulletin.returned();
        }
        rows.save(bulletin);
    }

    private void publish(Bulletin bulletin, String by, String opinion) {
        files.issue(bulletin.bulletinKey(), Audience.PUBLIC, text(bulletin).docx(Audience.PUBLIC), now());
        decisions.write(bulletin.bulletinKey(), Matter.PUBLICATION, by, true, opinion, now());
    }

    // reading

    /** The first one first. */
    @Transactional(readOnly = true)
    public List<Bulletin> of(String caseNumber) {
        return rows.findByCaseNumberOrderByOrdinal(ledger.caseOf(caseNumber).caseNumber());
    }

    @Transactional(readOnly = true)
    public Optional<Bulletin> find(String caseNumber, int ordinal) {
        return rows.find(ledger.caseOf(caseNumber).caseNumber(), ordinal);
    }

    /** @throws Refusal RULE for somebody who may not see drafts while it is one */
    @Transactional(readOnly = true)
    public BulletinText text(String caseNumber, int ordinal, Person reader) {
        Bulletin bulletin = get(caseNumber, ordinal);
        if (!bulletin.isApproved() && !seesDrafts(reader)) throw Refusal.ofRule(bulletin.name() + "还没有经领导小组审定，审定后才能查看");
        return text(bulletin);
    }

    /** What was issued; for those who work on it, a draft marked as one. */
    @Transactional(readOnly = true)
    public byte[] docx(String caseNumber, int ordinal, Audience audience, Person reader) {
        BulletinText text = text(caseNumber, ordinal, reader);
        Bulletin bulletin = text.bulletin();
        Optional<byte[]> issued = files.bytes(bulletin.bulletinKey(), audience);
        if (issued.isPresent()) return issued.get();
        if (bulletin.isApproved()) {
            List<String> hindrances = text.hindrances();
            throw Refusal.ofRule("公开版还没有批准公开：" + (hindrances.isEmpty() ? "请领导小组在通报页面批准公开" : String.join("；", hindrances)));
        }
        return text.docx(audience);
    }

    @Transactional(readOnly = true)
    public Map<Audience, String> hashes(Bulletin bulletin) {
        return files.hashes(bulletin.bulletinKey());
    }

    @Transactional(readOnly = true)
    public List<BulletinDecision> decisionsOn(Bulletin bulletin) {
        return decisions.of(bulletin.bulletinKey());
    }

    /** What its office and the leading group have still to do about the last one; null where it is nothing, or nothing of the reader's. */
    @Transactional(readOnly = true)
    public String pending(String caseNumber, Person reader) {
        if (!seesDrafts(reader)) return null;
        return rows.findByCaseNumberOrderByOrdinal(caseNumber).stream().reduce((earlier, later) -> later).filter(last -> !last.isPublished())
                .map(last -> last.isApproved() ? "公开版未公开" : last.status().label()).orElse(null);
    }

    public static boolean seesDrafts(Person reader) {
        return reader.isIn(Groups.RECTIFICATION_OFFICE) || reader.isIn(Groups.LEADING_GROUP);
    }

    /** Whether it is judged on the page: every one but that which the case's own step is about. */
    @Transactional(readOnly = true)
    public boolean isDecidedHere(Bulletin bulletin) {
        CaseStage stage = ledger.caseOf(bulletin.caseNumber()).stage();
        return bulletin.ordinal() > 1 || stage.compareTo(CaseStage.APPROVING_BULLETIN) > 0;
    }

    Bulletin get(String caseNumber, int ordinal) {
        return find(caseNumber, ordinal).orElseThrow(() -> ordinal == 1
                ? Refusal.ofRule("案件还没有通报：到“" + CaseStage.SUMMARISING.label() + "”环节时取数起草，经领导小组审定") : Refusal.unknown("没有" + Bulletin.name(ordinal)));
    }

    BulletinText text(Bulletin bulletin) {
        List<String> names = organization.personNames().values().stream().sorted(Comparator.naturalOrder()).toList();
        return new BulletinText(bulletin, sections.of(bulletin.bulletinKey()), withholdings.of(bulletin.bulletinKey()), new ExposureScan(names, clearances.of(bulletin.bulletinKey())));
    }

    // who

    private Bulletin heldForOffice(String caseNumber, int ordinal, Person by) {
        requireOffice(by, "通报由整改办起草");
        cases.held(caseNumber);
        return get(caseNumber, ordinal);
    }

    static void requireOffice(Person by, String rule) {
        if (!by.isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours(rule + "，您不在整改办");
    }

    static void requireLeader(Person by, String rule) {
        if (!by.isIn(Groups.LEADING_GROUP)) throw Refusal.notYours(rule + "，您不在领导小组");
    }

    private void requireDecidedHere(Bulletin bulletin) {
        if (!isDecidedHere(bulletin)) throw Refusal.ofRule("本案通报随“集中整改总结”送审、在“审定通报”环节审定，请到待办中心办理");
    }

    /** Nobody judges what he drafted. */
    private void requireAnother(Bulletin bulletin, Person by, String deed) {
        if (isDraftedBy(by, bulletin)) throw Refusal.ofRule("您参与起草了这份通报，须由领导小组其他成员" + deed);
    }

    boolean isDraftedBy(Person person, Bulletin bulletin) {
        return person.userId().equals(bulletin.submittedBy()) || sections.of(bulletin.bulletinKey()).stream().anyMatch(section -> person.userId().equals(section.editedBy()));
    }

    private static String said(boolean approved, String opinion) {
        if (opinion != null && opinion.length() > LONGEST_OPINION) throw Refusal.ofInput("opinion", "意见最多" + LONGEST_OPINION + "字，现有" + opinion.length() + "字");
        if (opinion != null && !opinion.isBlank()) return opinion.strip();
        if (!approved) throw Refusal.ofInput("opinion", "请填写退回意见");
        return null;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
