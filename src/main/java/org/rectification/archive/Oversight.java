package org.rectification.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rectification.deadlines.DeadlineWatch;
import org.rectification.deadlines.LadderStep;
import org.rectification.deadlines.Letters;
import org.rectification.evidence.EvidenceFile;
import org.rectification.organization.Person;
import org.rectification.supervision.Campaigns;
import org.rectification.supervision.CheckStatus;
import org.rectification.supervision.DepartmentCheck;
import org.rectification.supervision.DepartmentChecks;
import org.rectification.supervision.Finding;
import org.rectification.supervision.Proposal;
import org.rectification.supervision.ProposalAnswer;
import org.rectification.supervision.Proposals;
import org.rectification.supervision.Recheck;
import org.rectification.supervision.SupervisionFile;
import org.rectification.supervision.SupervisionFile.Part;
import org.springframework.stereotype.Component;

/** What others had to say about a task: the ladder with its letters, supervision checks, supervision proposals. */
@Component
class Oversight {

    private final DeadlineWatch watch;
    private final Letters letters;
    private final Campaigns campaigns;
    private final DepartmentChecks checks;
    private final Proposals proposals;

    Oversight(DeadlineWatch watch, Letters letters, Campaigns campaigns, DepartmentChecks checks, Proposals proposals) {
        this.watch = watch;
        this.letters = letters;
        this.campaigns = campaigns;
        this.checks = checks;
        this.proposals = proposals;
    }

    List<Event> of(String taskNumber, Person reader, Enclosures enclosures, Names names) {
        List<Event> events = new ArrayList<>();
        watch.stepsOfTask(taskNumber).stream().filter(step -> step.isReadableBy(reader))
                .sorted(Comparator.comparing(LadderStep::takenOn).thenComparing(step -> step.rung().height())).forEach(step -> events.addAll(step(step, reader, enclosures, names)));
        List<Finding> findings = checks.ofTask(taskNumber);
        Map<Long, List<SupervisionFile>> filesOfFindings = checks.filesOf(findings);
        for (int n = 0; n < findings.size(); n++) {
            events.addAll(finding(findings.get(n), "督导检查材料/问题" + (n + 1), filesOfFindings.getOrDefault(findings.get(n).id(), List.of()), enclosures, names));
        }
        List<Proposal> filed = proposals.ofTask(taskNumber);
        Map<String, List<ProposalAnswer>> answers = proposals.answersOf(filed);
        Map<String, List<SupervisionFile>> filesOfProposals = proposals.filesOf(filed);
        filed.forEach(proposal -> events.addAll(proposal(proposal, answers.getOrDefault(proposal.proposalNumber(), List.of()),
                filesOfProposals.getOrDefault(proposal.proposalNumber(), List.of()), enclosures, names)));
        return events;
    }

    private List<Event> step(LadderStep step, Person reader, Enclosures enclosures, Names names) {
        String matter = "督办 · " + step.rung().level();
        List<Enclosure> letter = step.hasLetter() ? List.of(enclosures.letter(step, letters.of(step.id(), reader))) : List.of();
        Event taken = Event.on(step.takenOn(), matter).saying(step.situation(), "告知：" + step.told());
        if (step.effect().decidedAt() == null) return List.of(taken.with(letter));
        boolean inEffect = step.effect().status().isInEffect();
        String status = step.effect().status().label();
        return List.of(taken, Event.at(step.effect().decidedAt(), matter + " · 确认", names.person(step.effect().decidedBy())).decided(inEffect, status, status)
                .saying(step.effect().opinion()).with(letter));
    }

    private List<Event> finding(Finding finding, String folder, List<SupervisionFile> files, Enclosures enclosures, Names names) {
        DepartmentCheck check = checks.check(finding.checkKey());
        String matter = "督导检查“" + campaigns.campaign(check.campaignNumber()).title() + "” · ";
        List<Event> events = new ArrayList<>();
        events.add(Event.at(check.checkedAt(), matter + "发现问题", names.person(finding.recordedBy())).saying(finding.text())
                .with(enclosures.files(folder, ofTurn(files, Part.FINDING, 0))));
        for (Recheck recheck : checks.rechecksOf(List.of(check.checkKey()))) {
            events.add(Event.at(recheck.correctedAt(), matter + "第" + recheck.ordinal() + "次整改", names.person(recheck.correctedBy()))
                    .with(enclosures.files(folder + "/第" + recheck.ordinal() + "次整改", ofTurn(files, Part.CORRECTION, recheck.ordinal() - 1))));
            events.add(Event.at(recheck.recheckedAt(), matter + "复查", names.person(recheck.person())).decided(recheck.passed(), "通过", "退回").saying(recheck.opinion()));
        }
        if (check.status() == CheckStatus.RECHECKING) {
            events.add(Event.at(check.correctedAt(), matter + "第" + (check.returns() + 1) + "次整改", names.person(check.correctedBy()))
                    .with(enclosures.files(folder + "/第" + (check.returns() + 1) + "次整改", ofTurn(files, Part.CORRECTION, check.returns()))));
        }
        return check.status() == CheckStatus.CORRECTING ? events : withCorrection(events, finding);
    }

    /** Only the last correction's words are on record; while it is being written they are nobody else's business. */
    private static List<Event> withCorrection(List<Event> events, Finding finding) {
        for (int last = events.size() - 1; last > 0; last--) {
            if (!events.get(last).matter().endsWith("次整改")) continue;
            events.set(last, events.get(last).saying(finding.correction()));
            break;
        }
        return events;
    }

    private static List<Event> proposal(Proposal proposal, List<ProposalAnswer> judged, List<SupervisionFile> files, Enclosures enclosures, Names names) {
        String matter = "监督建议“" + proposal.title() + "” · ";
        String folder = "监督建议材料/监督建议" + proposal.ordinal();
        List<Event> events = new ArrayList<>();
        events.add(Event.at(proposal.filedAt(), matter + "提出", names.person(proposal.filedBy())).saying(proposal.text(), "答复期限：" + proposal.answerDueOn())
                .with(enclosures.files(folder, ofTurn(files, Part.PROPOSAL, 0))));
        for (ProposalAnswer answer : judged) {
            events.add(Event.at(answer.answeredAt(), matter + "第" + answer.ordinal() + "次答复", names.person(answer.answeredBy())).saying(answer.text())
                    .with(enclosures.files(folder + "/第" + answer.ordinal() + "次答复", ofTurn(files, Part.ANSWER, answer.ordinal() - 1))));
            events.add(Event.at(answer.judgedAt(), matter + "审核答复", names.person(answer.judgedBy())).decided(answer.accepted(), "认可", "退回").saying(answer.opinion()));
        }
        if (proposal.answer() != null) {
            int ordinal = proposal.refusals() + 1;
            events.add(Event.at(proposal.answeredAt(), matter + "第" + ordinal + "次答复", names.person(proposal.answeredBy())).saying(proposal.answer())
                    .with(enclosures.files(folder + "/第" + ordinal + "次答复", ofTurn(files, Part.ANSWER, proposal.refusals()))));
        }
        return events;
    }

    private static List<EvidenceFile> ofTurn(List<SupervisionFile> files, Part part, int turn) {
        return files.stream().filter(filed -> filed.part() == part && filed.turn() == turn).map(SupervisionFile::file).toList();
    }
}
