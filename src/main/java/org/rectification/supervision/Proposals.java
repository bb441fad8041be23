package org.rectification.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore.Upload;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.Allowance;
import org.rectification.rectification.Allowances;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.ClosingHindranceGone;
import org.rectification.rectification.LedgerView;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.rectification.supervision.SupervisionFile.Part;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 监督建议 from its filing to the answer that is accepted. */
@Service
@Transactional
public class Proposals {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4000;

    private final ProposalRows proposals;
    private final SupervisionFiles files;
    private final LedgerView ledger;
    private final NamedTasks tasks;
    private final Organization organization;
    private final Allowances allowances;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Proposals(ProposalRows proposals, SupervisionFiles files, LedgerView ledger, NamedTasks tasks, Organization organization, Allowances allowances,
              ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.proposals = proposals;
        this.files = files;
        this.ledger = ledger;
        this.tasks = tasks;
        this.organization = organization;
        this.allowances = allowances;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Proposal filed(String caseNumber, ProposalDraft draft, Person by, List<Upload> uploads) {
        if (ledger.caseOf(caseNumber).stage() == CaseStage.CLOSED) throw Refusal.ofRule("本案已整改办结，不能再提出监督建议");
        if (!by.isIn(Groups.DISCIPLINE_INSPECTION)) throw Refusal.notYours("监督建议由派驻纪检监察组提出，您不能提出");
        Flaws flaws = new Flaws();
        String title = flaws.text("title", "标题", draft.title(), LONGEST_TITLE);
        String text = flaws.text("text", "监督建议", draft.text(), LONGEST_TEXT);
        LocalDate answerDueOn = flaws.date("answerDueOn", "答复期限", draft.answerDueOn());
        if (answerDueOn != null && !answerDueOn.isAfter(LocalDate.now(clock))) flaws.add("answerDueOn", "答复期限须晚于今天");
        String department = draft.department() == null || draft.department().isBlank() ? null : draft.department().strip();
        if (department != null && !organization.departmentNames().containsKey(department)) flaws.add("department", "没有代码为“" + department + "”的科室");
        flaws.refuseInput();
        String task = tasks.named("task", draft.task(), caseNumber, department);
        Proposal proposal = proposals.save(new Proposal(caseNumber, proposals.countByCaseNumber(caseNumber) + 1, title, text, department, task, answerDueOn, by.userId(), now()));
        if (!uploads.isEmpty()) files.fileWithProposal(proposal.proposalNumber(), Part.PROPOSAL, 0, by.userId(), uploads);
        events.publishEvent(new ProposalFiled(proposal.proposalNumber()));
        return proposals.get(proposal.proposalNumber());
    }

    /** Its process begins for what has just been filed, and for nothing else. */
    public void begun(String proposalNumber) {
        Proposal proposal = proposals.get(proposalNumber);
        proposal.begun();
        proposals.save(proposal);
    }

    public void answered(String proposalNumber, String by, String answer) {
        Proposal proposal = proposals.get(proposalNumber);
        proposal.answered(by, answer, now());
        proposals.save(proposal);
    }

    public void judged(String proposalNumber, String by, boolean accepted, String opinion) {
        Proposal proposal = proposals.get(proposalNumber);
        ProposalAnswer judged = accepted ? proposal.accepted(by, opinion, now()) : proposal.refused(by, opinion, allowances.fromToday(Allowance.ANSWER_AGAIN), now());
        jdbc.sql("""
                insert into ledger.proposal_answer (proposal_number, ordinal, text, answered_by, answered_at, accepted, opinion, judged_by, judged_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(proposalNumber, judged.ordinal(), judged.text(), judged.answeredBy(), judged.answeredAt(), accepted, judged.opinion(), by, judged.judgedAt()).update();
        proposals.save(proposal);
        if (accepted) events.publishEvent(new ClosingHindranceGone(proposal.caseNumber()));
    }

    /** Who answers: the head of the department, or the office for the whole party. */
    public static String answeringGroup(Proposal proposal) {
        return proposal.department() == null ? Groups.RECTIFICATION_OFFICE : Groups.headsOf(proposal.department());
    }

    // files with the answer

    public List<EvidenceFile> answerShown(String caseNumber, int ordinal, Person by, List<Upload> uploads) {
        Proposal proposal = answerable(caseNumber, ordinal, by);
        return files.fileWithProposal(proposal.proposalNumber(), Part.ANSWER, proposal.refusals(), by.userId(), uploads);
    }

    public void takenBack(String caseNumber, int ordinal, long fileId, Person by) {
        Proposal proposal = answerable(caseNumber, ordinal, by);
        SupervisionFile filed = filed(proposal, fileId);
        if (filed.part() != Part.ANSWER || filed.turn() != proposal.refusals()) throw Refusal.ofRule("“" + filed.file().fileName() + "”已随此前的办理提交，不能撤回");
        files.takeBack(filed);
    }

    private Proposal answerable(String caseNumber, int ordinal, Person by) {
        Proposal proposal = proposals.get(Proposal.key(caseNumber, ordinal));
        if (!by.isIn(answeringGroup(proposal))) throw Refusal.notYours("监督建议" + proposal.proposalNumber() + "由其他科室答复，您不能上传材料");
        proposal.requireAwaitingAnswer();
        return proposal;
    }

    // reading

    @Transactional(readOnly = true)
    public Proposal proposal(String proposalNumber) {
        return proposals.get(proposalNumber);
    }

    /** @throws Refusal UNKNOWN, or NOT_YOURS for another department's */
    @Transactional(readOnly = true)
    public Proposal readable(String caseNumber, int ordinal, Person reader) {
        ledger.caseOf(caseNumber);
        Proposal proposal = proposals.get(Proposal.key(caseNumber, ordinal));
        if (proposal.isReadableBy(reader)) return proposal;
        if (proposal.taskNumber() == null) throw Refusal.notYours("这是对其他科室的监督建议，您无权查看");
        ledger.readable(proposal.taskNumber(), reader);
        return proposal;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Proposal> of(String caseNumber) {
        return proposals.findByCaseNumberOrderByOrdinalDesc(caseNumber);
    }

    @Transactional(readOnly = true)
    public List<Proposal> ofTask(String taskNumber) {
        return proposals.findByTaskNumberOrderByOrdinal(taskNumber);
    }

    /** Proposal number → its judged answers, the first one first. */
    @Transactional(readOnly = true)
    public Map<String, List<ProposalAnswer>> answersOf(Collection<Proposal> of) {
        return of.isEmpty() ? Map.of() : jdbc.sql("""
                select proposal_number, ordinal, text, answered_by, answered_at, accepted, opinion, judged_by, judged_at from ledger.proposal_answer
                where proposal_number in (:numbers) order by proposal_number, ordinal""").param("numbers", numbers(of)).query(ProposalAnswer.class).list().stream()
                .collect(Collectors.groupingBy(ProposalAnswer::proposalNumber));
    }

    @Transactional(readOnly = true)
    public Map<String, List<SupervisionFile>> filesOf(Collection<Proposal> of) {
        return files.ofProposals(numbers(of)).stream().collect(Collectors.groupingBy(SupervisionFile::proposalNumber));
    }

    @Transactional(readOnly = true)
    public EvidenceFile file(String caseNumber, int ordinal, long fileId, Person reader) {
        return filed(readable(caseNumber, ordinal, reader), fileId).file();
    }

    private SupervisionFile filed(Proposal proposal, long fileId) {
        return files.ofProposals(List.of(proposal.proposalNumber())).stream().filter(each -> each.file().id() == fileId).findFirst()
                .orElseThrow(() -> Refusal.unknown("没有编号为" + fileId + "的材料"));
    }

    private static List<String> numbers(Collection<Proposal> proposals) {
        return proposals.stream().map(Proposal::proposalNumber).toList();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
