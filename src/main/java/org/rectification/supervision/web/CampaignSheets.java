package org.rectification.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.Horizon;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Problem;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.web.Complaint;
import org.rectification.supervision.Campaign;
import org.rectification.supervision.CampaignDraft;
import org.rectification.supervision.Campaigns;
import org.rectification.supervision.CheckStatus;
import org.rectification.supervision.DepartmentCheck;
import org.rectification.supervision.DepartmentChecks;
import org.rectification.supervision.Finding;
import org.rectification.supervision.Recheck;
import org.rectification.supervision.SupervisionFile;
import org.rectification.supervision.SupervisionFile.Part;
import org.rectification.supervision.web.CheckLine.RecheckLine;
import org.springframework.stereotype.Component;

/** Lays out campaigns for a person: departments see themselves, whoever supervises sees all. */
@Component
public class CampaignSheets {

    private final Campaigns campaigns;
    private final DepartmentChecks checks;
    private final LedgerView ledger;
    private final TaskLifecycle tasks;
    private final Organization organization;

    CampaignSheets(Campaigns campaigns, DepartmentChecks checks, LedgerView ledger, TaskLifecycle tasks, Organization organization) {
        this.campaigns = campaigns;
        this.checks = checks;
        this.ledger = ledger;
        this.tasks = tasks;
        this.organization = organization;
    }

    private record Names(Map<String, String> people, Map<String, String> departments, Horizon horizon) {}

    /** The newest first. */
    public List<CampaignLine> of(String caseNumber, Person reader) {
        ledger.caseOf(caseNumber);
        return sheets(campaigns.of(caseNumber), reader).stream().map(CampaignSheet::line).toList();
    }

    /** On the case's page, for whoever may see or open any; whatever was refused with what was typed. */
    public CasePart onCase(String caseNumber, Person viewer, CampaignDraft typed, Complaint complaint) {
        boolean opener = viewer.isIn(Groups.SUPERVISION_TEAM);
        return new CasePart(caseNumber, opener, Campaigns.whyNot(ledger.caseOf(caseNumber)).orElse(null), of(caseNumber, viewer), ledger.horizon().today(),
                opener ? organization.departmentNames() : Map.of(), opener ? ledger.problems(caseNumber) : List.of(), typed, complaint);
    }

    /** @param whyNot why nobody can open one now, null where one can */
    public record CasePart(String caseNumber, boolean opener, String whyNot, List<CampaignLine> lines, LocalDate today, Map<String, String> departments, List<Problem> problems,
                           CampaignDraft typed, Complaint complaint) {}

    CampaignSheet sheet(String caseNumber, int number, Person reader) {
        Campaign campaign = campaigns.campaign(caseNumber, number);
        return sheets(List.of(campaign), reader).stream().findFirst()
                .orElseThrow(() -> Refusal.notYours("督导检查" + campaign.campaignNumber() + "未涉及本科室，您无权查看"));
    }

    CheckLine check(String caseNumber, int number, String department, Person reader) {
        Campaign campaign = campaigns.campaign(caseNumber, number);
        String key = campaign.campaignNumber() + ":" + department;
        checks.readable(key, reader);
        return sheets(List.of(campaign), reader).get(0).departments().stream().filter(check -> check.checkKey().equals(key)).findFirst().orElseThrow();
    }

    /** What was found about a task, for whoever may read the task. */
    public List<FindingLine> ofTask(String taskNumber) {
        List<Finding> found = checks.ofTask(taskNumber);
        if (found.isEmpty()) return List.of();
        Names names = names();
        List<FindingLine> lines = new ArrayList<>();
        for (Finding finding : found) {
            DepartmentCheck check = checks.check(finding.checkKey());
            List<Finding> all = checks.findingsOf(List.of(check.checkKey()));
            lines.addAll(findingLines(campaigns.campaign(check.campaignNumber()), check, all, checks.filesOf(all), names).stream().filter(line -> line.id() == finding.id()).toList());
        }
        return lines;
    }

    private List<CampaignSheet> sheets(List<Campaign> of, Person reader) {
        Map<String, List<DepartmentCheck>> all = campaigns.checksOf(of);
        List<String> keys = all.values().stream().flatMap(List::stream).map(DepartmentCheck::checkKey).toList();
        Map<String, List<Finding>> findings = checks.findingsOf(keys).stream().collect(Collectors.groupingBy(Finding::checkKey));
        Map<Long, List<SupervisionFile>> files = checks.filesOf(findings.values().stream().flatMap(List::stream).toList());
        Map<String, List<Recheck>> rechecks = checks.rechecksOf(keys).stream().collect(Collectors.groupingBy(Recheck::checkKey));
        Names names = names();
        List<CampaignSheet> sheets = new ArrayList<>();
        for (Campaign campaign : of) {
            List<DepartmentCheck> own = all.get(campaign.campaignNumber()).stream().filter(check -> DepartmentChecks.isReadableBy(check, reader)).toList();
            if (own.isEmpty()) continue;
            List<CheckLine> lines = own.stream().map(check -> checkLine(campaign, check, reader.readsEverything() || check.status() != CheckStatus.RECORDING
                    ? findings.getOrDefault(check.checkKey(), List.of()) : List.of(), files, rechecks.getOrDefault(check.checkKey(), List.of()), names)).toList();
            sheets.add(new CampaignSheet(line(campaign, all.get(campaign.campaignNumber()), lines, names), lines));
        }
        return sheets;
    }

    private static CampaignLine line(Campaign campaign, List<DepartmentCheck> all, List<CheckLine> lines, Names names) {
        CampaignStatus status = CampaignStatus.of(campaign, all);
        return new CampaignLine(campaign.campaignNumber(), campaign.ordinal(), campaign.title(), campaign.checkOn(), campaign.problems(), campaign.note(), status, status.label(),
                campaign.openedBy(), names.people().get(campaign.openedBy()), campaign.openedAt(), figures(lines), campaign.summary(), campaign.summarisedBy(),
                names.people().get(campaign.summarisedBy()), campaign.summarisedAt());
    }

    private static CampaignLine.Figures figures(List<CheckLine> lines) {
        return new CampaignLine.Figures((int) lines.stream().filter(line -> line.status() != CheckStatus.CALLED_OFF).count(),
                (int) lines.stream().filter(line -> line.status() != CheckStatus.RECORDING && line.status() != CheckStatus.CALLED_OFF).count(),
                (int) lines.stream().filter(line -> line.status() == CheckStatus.CLEAR).count(), lines.stream().mapToInt(line -> line.findings().size()).sum(),
                lines.stream().filter(line -> line.status() == CheckStatus.CORRECTED).mapToInt(line -> line.findings().size()).sum(), lines.stream().mapToInt(CheckLine::returns).sum());
    }

    private CheckLine checkLine(Campaign campaign, DepartmentCheck check, List<Finding> findings, Map<Long, List<SupervisionFile>> files, List<Recheck> rechecks, Names names) {
        LocalDate due = check.status() == CheckStatus.RECORDING ? campaign.checkOn() : check.status() == CheckStatus.CORRECTING ? check.correctionDueOn() : null;
        return new CheckLine(check.checkKey(), check.department(), names.departments().get(check.department()), check.status(), check.status().label(), check.status().isOpen(),
                check.checkedBy(), names.people().get(check.checkedBy()), check.checkedAt(), check.correctionDays(), check.correctionDueOn(), names.horizon().daysLeft(due),
                check.correctedBy(), names.people().get(check.correctedBy()), check.correctedAt(), check.returns(),
                check.callOffReason(), names.people().get(check.calledOffBy()), check.calledOffAt(), findingLines(campaign, check, findings, files, names),
                rechecks.stream().map(each -> new RecheckLine(each.ordinal(), each.correctedBy(), names.people().get(each.correctedBy()), each.correctedAt(), each.passed(), each.opinion(),
                        each.person(), names.people().get(each.person()), each.recheckedAt())).toList());
    }

    private List<FindingLine> findingLines(Campaign campaign, DepartmentCheck check, List<Finding> findings, Map<Long, List<SupervisionFile>> files, Names names) {
        Map<String, String> titles = new HashMap<>();
        List<FindingLine> lines = new ArrayList<>();
        for (Finding finding : findings) {
            String task = finding.taskNumber();
            String folder = "/api/cases/" + campaign.caseNumber() + "/campaigns/" + campaign.ordinal() + "/" + check.department() + "/findings/" + finding.id() + "/files";
            Map<Part, List<FileLine>> shown = files.getOrDefault(finding.id(), List.of()).stream().collect(Collectors.groupingBy(SupervisionFile::part,
                    Collectors.mapping(filed -> FileLine.of(filed, folder, isKept(filed, check), names.people()), Collectors.toList())));
            lines.add(new FindingLine(finding.id(), campaign.campaignNumber(), campaign.ordinal(), campaign.title(), check.department(), names.departments().get(check.department()),
                    lines.size() + 1, finding.text(), task, task == null ? null : titles.computeIfAbsent(task, number -> tasks.task(number).title()), check.status().label(),
                    check.status().isOpen(), finding.recordedBy(), names.people().get(finding.recordedBy()), finding.correction(), finding.correctedBy(),
                    names.people().get(finding.correctedBy()), shown.getOrDefault(Part.FINDING, List.of()), shown.getOrDefault(Part.CORRECTION, List.of()), finding.draft()));
        }
        return lines;
    }

    private static boolean isKept(SupervisionFile filed, DepartmentCheck check) {
        CheckStatus open = filed.part() == Part.FINDING ? CheckStatus.RECORDING : CheckStatus.CORRECTING;
        return check.status() != open || filed.turn() != check.returns();
    }

    private Names names() {
        return new Names(organization.personNames(), organization.departmentNames(), ledger.horizon());
    }
}
