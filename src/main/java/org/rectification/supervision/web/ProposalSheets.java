package org.rectification.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.LedgerFilter;
import org.rectification.rectification.LedgerRow;
import org.rectification.rectification.LedgerRows;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.refusal.web.Complaint;
import org.rectification.supervision.Proposal;
import org.rectification.supervision.ProposalAnswer;
import org.rectification.supervision.ProposalDraft;
import org.rectification.supervision.ProposalStatus;
import org.rectification.supervision.Proposals;
import org.rectification.supervision.SupervisionFile;
import org.rectification.supervision.SupervisionFile.Part;
import org.rectification.supervision.web.ProposalLine.AnswerLine;
import org.springframework.stereotype.Component;

/** Lays out supervision proposals for a person. */
@Component
public class ProposalSheets {

    private final Proposals proposals;
    private final LedgerView ledger;
    private final LedgerRows rows;
    private final TaskLifecycle tasks;
    private final Organization organization;

    ProposalSheets(Proposals proposals, LedgerView ledger, LedgerRows rows, TaskLifecycle tasks, Organization organization) {
        this.proposals = proposals;
        this.ledger = ledger;
        this.rows = rows;
        this.tasks = tasks;
        this.organization = organization;
    }

    /** The newest first, those that the reader may see. */
    public List<ProposalLine> of(String caseNumber, Person reader) {
        ledger.caseOf(caseNumber);
        return lines(proposals.of(caseNumber).stream().filter(proposal -> proposal.isReadableBy(reader)).toList());
    }

    /** On the case's page; whatever was refused with what was typed. */
    public CasePart onCase(String caseNumber, Person viewer, ProposalDraft typed, Complaint complaint) {
        boolean filer = viewer.isIn(Groups.DISCIPLINE_INSPECTION) && ledger.caseOf(caseNumber).stage() != CaseStage.CLOSED;
        return new CasePart(caseNumber, filer, of(caseNumber, viewer), ledger.horizon().today(), filer ? organization.departmentNames() : Map.of(),
                filer ? rows.rows(caseNumber, LedgerFilter.NONE, null, "200", null, viewer).content() : List.of(), typed, complaint);
    }

    /** @param tasks the first ones, to choose from */
    public record CasePart(String caseNumber, boolean filer, List<ProposalLine> lines, LocalDate today, Map<String, String> departments, List<LedgerRow> tasks,
                           ProposalDraft typed, Complaint complaint) {}

    /** For whoever may read the task. */
    public List<ProposalLine> ofTask(String taskNumber) {
        return lines(proposals.ofTask(taskNumber));
    }

    ProposalLine line(String caseNumber, int number, Person reader) {
        return lines(List.of(proposals.readable(caseNumber, number, reader))).get(0);
    }

    private List<ProposalLine> lines(List<Proposal> of) {
        if (of.isEmpty()) return List.of();
        Map<String, List<ProposalAnswer>> answers = proposals.answersOf(of);
        Map<String, List<SupervisionFile>> files = proposals.filesOf(of);
        Map<String, String> people = organization.personNames();
        Map<String, String> departments = organization.departmentNames();
        return of.stream().map(proposal -> line(proposal, answers.getOrDefault(proposal.proposalNumber(), List.of()), files.getOrDefault(proposal.proposalNumber(), List.of()),
                people, departments)).toList();
    }

    private ProposalLine line(Proposal proposal, List<ProposalAnswer> judged, List<SupervisionFile> files, Map<String, String> people, Map<String, String> departments) {
        String addressee = proposal.department() == null ? ledger.caseOf(proposal.caseNumber()).inspectedParty() : departments.get(proposal.department());
        String task = proposal.taskNumber();
        boolean unanswered = proposal.status() == ProposalStatus.AWAITING_ANSWER;
        String folder = "/api/cases/" + proposal.caseNumber() + "/proposals/" + proposal.ordinal() + "/files";
        List<FileLine> current = fileLines(files, Part.ANSWER, proposal.refusals(), folder, !unanswered, people);
        List<AnswerLine> answers = new ArrayList<>();
        for (ProposalAnswer each : judged) {
            answers.add(new AnswerLine(each.ordinal(), each.text(), each.answeredBy(), people.get(each.answeredBy()), each.answeredAt(),
                    fileLines(files, Part.ANSWER, each.ordinal() - 1, folder, true, people), each.accepted(), each.opinion(), each.judgedBy(), people.get(each.judgedBy()), each.judgedAt()));
        }
        if (proposal.answer() != null) {
            answers.add(new AnswerLine(proposal.refusals() + 1, proposal.answer(), proposal.answeredBy(), people.get(proposal.answeredBy()), proposal.answeredAt(), current, null, null, null, null, null));
        }
        return new ProposalLine(proposal.proposalNumber(), proposal.caseNumber(), proposal.ordinal(), proposal.title(), proposal.text(), proposal.department(), addressee, task,
                task == null ? null : tasks.task(task).title(), proposal.answerDueOn(), proposal.dueOn(), unanswered ? ledger.horizon().daysLeft(proposal.dueOn()) : null,
                proposal.status(), proposal.status().label(), awaited(proposal, addressee), proposal.filedBy(), people.get(proposal.filedBy()), proposal.filedAt(), proposal.refusals(),
                fileLines(files, Part.PROPOSAL, 0, folder, true, people), answers, unanswered ? current : List.of());
    }

    private static List<FileLine> fileLines(List<SupervisionFile> files, Part part, int turn, String folder, boolean kept, Map<String, String> people) {
        return files.stream().filter(filed -> filed.part() == part && filed.turn() == turn).map(filed -> FileLine.of(filed, folder, kept, people)).toList();
    }

    private static String awaited(Proposal proposal, String addressee) {
        return switch (proposal.status()) {
            case AWAITING_ANSWER -> "等待" + (proposal.department() == null ? "整改办" : addressee + "负责人") + "答复";
            case AWAITING_ACCEPTANCE -> "等待派驻纪检监察组审核答复";
            case ACCEPTED -> null;
        };
    }
}
