package org.rectification.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.CaseStage;
import org.rectification.rectification.ClosingHindranceGone;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Problem;
import org.rectification.rectification.RectificationCase;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskStatus;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督导检查 from its opening to its summary; what happens in each department is {@link DepartmentChecks}'. */
@Service
@Transactional
public class Campaigns {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTE = 1000;
    private static final int MOST_DEPARTMENTS = 200;

    private final CampaignRows campaigns;
    private final CheckRows checks;
    private final FindingRows findings;
    private final LedgerView ledger;
    private final Organization organization;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Campaigns(CampaignRows campaigns, CheckRows checks, FindingRows findings, LedgerView ledger, Organization organization, ApplicationEventPublisher events, Clock clock) {
        this.campaigns = campaigns;
        this.checks = checks;
        this.findings = findings;
        this.ledger = ledger;
        this.organization = organization;
        this.events = events;
        this.clock = clock;
    }

    public Campaign opened(String caseNumber, CampaignDraft draft, Person by) {
        RectificationCase ofCase = ledger.caseOf(caseNumber);
        if (!by.isIn(Groups.SUPERVISION_TEAM)) throw Refusal.notYours("督导检查由督导检查组发起，您不能发起");
        whyNot(ofCase).ifPresent(refused -> {
            throw Refusal.ofRule(refused);
        });
        Flaws flaws = new Flaws();
        String title = flaws.text("title", "检查名称", draft.title(), LONGEST_TITLE);
        LocalDate checkOn = flaws.date("checkOn", "检查日期", draft.checkOn());
        if (checkOn != null && checkOn.isBefore(LocalDate.now(clock))) flaws.add("checkOn", "检查日期不能早于今天");
        String note = flaws.optionalText("note", "说明", draft.note(), LONGEST_NOTE);
        Set<String> departments = departments(caseNumber, draft, flaws);
        flaws.refuseInput();
        int ordinal = campaigns.countByCaseNumber(caseNumber) + 1;
        Campaign campaign = campaigns.save(new Campaign(caseNumber, ordinal, title, checkOn, new TreeSet<>(draft.problems()), note, by.userId(), now()));
        departments.forEach(department -> checks.save(new DepartmentCheck(campaign.campaignNumber(), department)));
        events.publishEvent(new CampaignOpened(campaign.campaignNumber()));
        return campaigns.get(campaign.campaignNumber());
    }

    /** Why no campaign can be opened in this case now, in a sentence; empty where one can. */
    public static Optional<String> whyNot(RectificationCase ofCase) {
        if (!ofCase.stage().isLaunched()) return Optional.of("整改任务尚未下达，下达后才能发起督导检查");
        return ofCase.stage() == CaseStage.CLOSED ? Optional.of("本案已整改办结，不能再发起督导检查") : Optional.empty();
    }

    private Set<String> departments(String caseNumber, CampaignDraft draft, Flaws flaws) {
        Set<String> known = organization.departmentNames().keySet();
        Set<Integer> numbers = ledger.problems(caseNumber).stream().map(Problem::number).collect(Collectors.toSet());
        draft.departments().stream().filter(code -> !known.contains(code)).forEach(code -> flaws.add("departments", "没有代码为“" + code + "”的科室"));
        draft.problems().stream().filter(number -> !numbers.contains(number)).forEach(number -> flaws.add("problems", "本案没有第" + number + "个问题"));
        Set<String> departments = new TreeSet<>(draft.departments());
        departments.addAll(leadersOf(caseNumber, draft.problems()));
        if (departments.isEmpty()) flaws.add("departments", "请至少选择一个科室或问题");
        if (departments.size() > MOST_DEPARTMENTS) flaws.add("departments", "一次督导检查最多" + MOST_DEPARTMENTS + "个科室，现选了" + departments.size() + "个，请分次检查");
        return departments;
    }

    /** Departments that still have to work on these problems; where nothing of a problem is open, those that did. */
    private Set<String> leadersOf(String caseNumber, Collection<Integer> problems) {
        if (problems.isEmpty()) return Set.of();
        Map<Integer, List<RectificationTask>> tasks = ledger.tasks(caseNumber).stream().filter(task -> problems.contains(task.problem()) && task.leadDepartment() != null)
                .collect(Collectors.groupingBy(RectificationTask::problem));
        return tasks.values().stream().map(Campaigns::openOrAll).flatMap(List::stream).map(RectificationTask::leadDepartment).collect(Collectors.toSet());
    }

    private static List<RectificationTask> openOrAll(List<RectificationTask> tasks) {
        List<RectificationTask> open = tasks.stream().filter(task -> task.status() != TaskStatus.SIGNED_OFF && task.status() != TaskStatus.WITHDRAWN).toList();
        return open.isEmpty() ? tasks : open;
    }

    /** Its process begins for what has just been opened, and for nothing else. */
    public void begun(String campaignNumber) {
        Campaign campaign = campaigns.get(campaignNumber);
        campaign.begun();
        campaigns.save(campaign);
    }

    /**
     * Departments that nobody needs to visit any more, all of them or none; the campaign is summed up once the others are through.
     *
     * @throws Refusal NOT_YOURS, INPUT without a reason or a department, RULE where one has been visited or something is written down already
     */
    public void calledOff(String campaignNumber, Collection<String> departments, String reason, Person by) {
        if (!by.isIn(Groups.SUPERVISION_TEAM)) throw Refusal.notYours("督导检查由督导检查组取消，您不能取消");
        Flaws flaws = new Flaws();
        String why = flaws.text("reason", "取消的原因", reason, LONGEST_NOTE);
        if (departments.isEmpty()) flaws.add("departments", "请勾选不再检查的科室");
        flaws.refuseInput();
        for (String department : new TreeSet<>(departments)) {
            DepartmentCheck check = checks.getLocked(DepartmentCheck.key(campaignNumber, department));
            if (findings.countByCheckKey(check.checkKey()) > 0) throw Refusal.ofRule(organization.departmentNames().get(department) + "已记录检查发现的问题，不能取消；记错的请先在“现场检查”中删去");
            check.calledOff(by.userId(), why, now());
            checks.save(check);
            events.publishEvent(new CheckCalledOff(check.checkKey()));
        }
    }

    public void summarised(String campaignNumber, String by, String summary) {
        Campaign campaign = campaigns.get(campaignNumber);
        campaign.summarised(by, summary, checks.countOpen(campaignNumber), now());
        campaigns.save(campaign);
        events.publishEvent(new ClosingHindranceGone(campaign.caseNumber()));
    }

    @Transactional(readOnly = true)
    public Campaign campaign(String campaignNumber) {
        return campaigns.get(campaignNumber);
    }

    @Transactional(readOnly = true)
    public Campaign campaign(String caseNumber, int ordinal) {
        ledger.caseOf(caseNumber);
        return campaigns.get(Campaign.key(caseNumber, ordinal));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Campaign> of(String caseNumber) {
        return campaigns.findByCaseNumberOrderByOrdinalDesc(caseNumber);
    }

    /** Of all these campaigns, by campaign number, in the order of the organisation. */
    @Transactional(readOnly = true)
    public Map<String, List<DepartmentCheck>> checksOf(Collection<Campaign> of) {
        if (of.isEmpty()) return Map.of();
        List<String> order = List.copyOf(organization.departmentNames().keySet());
        return checks.findByCampaignNumberIn(of.stream().map(Campaign::campaignNumber).toList()).stream()
                .sorted(java.util.Comparator.comparingInt(check -> order.indexOf(check.department())))
                .collect(Collectors.groupingBy(DepartmentCheck::campaignNumber));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
