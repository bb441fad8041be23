package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.refusal.Refusal;
import org.rectification.rectification.CaseOpinions.CaseOpinion;
import org.rectification.rectification.CaseOpinions.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a case from 收到反馈意见 to 整改办结, each in the transaction of the step that caused it. */
@Service
@Transactional
public class CaseLifecycle {

    private static final List<String> GRADES = List.of("good", "fair", "poor");

    private final Cases cases;
    private final Problems problems;
    private final Tasks tasks;
    private final LaunchClaims claims;
    private final CaseOpinions opinions;
    private final Gates gates;
    private final Takeover takeover;
    private final Organization organization;
    private final PlanSettings planSettings;
    private final LaunchSettings launchSettings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseLifecycle(Cases cases, Problems problems, Tasks tasks, LaunchClaims claims, CaseOpinions opinions, Gates gates, Takeover takeover, Organization organization,
                  PlanSettings planSettings, LaunchSettings launchSettings, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.problems = problems;
        this.tasks = tasks;
        this.claims = claims;
        this.opinions = opinions;
        this.gates = gates;
        this.takeover = takeover;
        this.organization = organization;
        this.planSettings = planSettings;
        this.launchSettings = launchSettings;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal NOT_YOURS for anybody outside the office, RULE for a number that is taken */
    public void feedbackReceived(Feedback feedback, String by) {
        if (!organization.person(by).isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours("巡察整改由整改办发起，您不在整改办");
        if (cases.existsById(feedback.caseNumber())) throw Refusal.ofRule("案件编号“" + feedback.caseNumber() + "”已被使用，请换一个编号");
        cases.save(new RectificationCase(feedback, by, now()));
    }

    public void problemsRegistered(String caseNumber) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        Gates.refuse(gates.missingProblems(caseNumber));
        ofCase.problemsRegistered();
        cases.save(ofCase);
    }

    public void planDrafted(String caseNumber, String summary) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.planDrafted(required(summary, "整改方案摘要", 4000));
        cases.save(ofCase);
    }

    /** @param group the reviewing group the person speaks for; the last of them sends the plan on */
    public void planReviewed(String caseNumber, String by, String group, String opinion, String grade) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        if (grade != null && !grade.isBlank() && !GRADES.contains(grade)) throw Refusal.ofRule("方案评价只能是 good（好）、fair（一般）或 poor（差）");
        opinions.write(new CaseOpinion(caseNumber, Step.PLAN_REVIEW, ofCase.planVersion(), group, by, null,
                required(opinion, "联审意见", 2000), grade == null || grade.isBlank() ? null : grade, now()));
        if (opinions.reviewsOf(caseNumber, ofCase.planVersion()) == planSettings.reviewingGroups().size()) {
            ofCase.planReviewed();
            cases.save(ofCase);
        }
    }

    public void planDecided(String caseNumber, String by, boolean approved, String opinion) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.planDecided(approved);
        opinions.write(new CaseOpinion(caseNumber, Step.PLAN_APPROVAL, ofCase.planVersion(), Groups.LEADING_GROUP, by, approved, judged(approved, opinion), null, now()));
        if (approved) {
            problems.holdInPlan(caseNumber);
            tasks.holdInPlan(caseNumber);
        }
        cases.save(ofCase);
    }

    public void tasksDecomposed(String caseNumber) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        Gates.refuse(gates.missingForLaunch(caseNumber));
        ofCase.tasksDecomposed(tasks.findByCaseNumberOrderByProblemAscOrdinalAsc(caseNumber).size() - takeover.confirmed(caseNumber));
        cases.save(ofCase);
    }

    /**
     * Claims the next chunk; each claimed task gets its instance in the same transaction.
     *
     * @return task numbers, empty when all are launched
     */
    public List<String> claimNextTasks(String caseNumber) {
        cases.getLocked(caseNumber);
        List<String> next = tasks.notYetLaunched(caseNumber, launchSettings.chunk());
        if (next.isEmpty()) return next;
        tasks.start(next);
        claims.claim(tasks.findByTaskNumberIn(next));
        return next;
    }

    /** @return whether tasks remain to be launched; when none do, the case goes on */
    public boolean tasksRemain(String caseNumber) {
        if (!tasks.notYetLaunched(caseNumber, 1).isEmpty()) return true;
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.tasksLaunched(now());
        cases.save(ofCase);
        return false;
    }

    public void summaryBegun(String caseNumber) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.summaryBegun();
        cases.save(ofCase);
        events.publishEvent(new SummaryBegun(caseNumber));
    }

    public void summarised(String caseNumber, String by, String summary) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.summarised(required(summary, "集中整改总结", 4000));
        cases.save(ofCase);
        events.publishEvent(new CaseSummarised(caseNumber, ofCase.caseSummary(), by));
    }

    public void bulletinDecided(String caseNumber, String by, boolean approved, String opinion) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.bulletinDecided(approved);
        String judgement = judged(approved, opinion);
        opinions.write(new CaseOpinion(caseNumber, Step.BULLETIN_APPROVAL, ofCase.planVersion(), Groups.LEADING_GROUP, by, approved, judgement, null, now()));
        cases.save(ofCase);
        events.publishEvent(new BulletinDecided(caseNumber, by, approved, judgement));
    }

    /**
     * Locks the case until the transaction ends, so that a last sign-off that commits meanwhile either is seen here
     * or finds the case waiting for its announcement.
     */
    public boolean allSignedOff(String caseNumber) {
        return cases.getLocked(caseNumber).isAllSignedOff();
    }

    /**
     * The completion that the ledger is in now, locked together with its case. One that a rebound has overtaken is never announced.
     *
     * @return whether there was one that nobody had announced; from now on there is none
     */
    public boolean completionAnnounced(String caseNumber) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        return jdbc.sql("update ledger.ledger_completion set announced_at = ? where case_number = ? and generation = ? and announced_at is null")
                .params(now(), caseNumber, ofCase.generation()).update() > 0;
    }

    /** The case, held until the caller's transaction ends, so that look-backs are drawn and counted one after another. */
    @Transactional(propagation = Propagation.MANDATORY)
    public RectificationCase held(String caseNumber) {
        return cases.getLocked(caseNumber);
    }

    public void lookBackBegun(String caseNumber) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.lookBackBegun();
        cases.save(ofCase);
    }

    public void lookedBack(String caseNumber, boolean rebounded) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.lookedBack(rebounded);
        cases.save(ofCase);
    }

    public void closed(String caseNumber) {
        RectificationCase ofCase = cases.getLocked(caseNumber);
        ofCase.closed(now());
        cases.save(ofCase);
    }

    /** The first moment of the day after the concentrated deadline: the deadline's own day still belongs to the departments. */
    @Transactional(readOnly = true)
    public LocalDateTime concentratedDeadlinePassedAt(String caseNumber) {
        LocalDate deadline = cases.get(caseNumber).concentratedDeadline();
        return deadline.plusDays(1).atStartOfDay();
    }

    private static String judged(boolean approved, String opinion) {
        if (!approved) return required(opinion, "退回意见", 2000);
        return opinion == null || opinion.isBlank() ? null : required(opinion, "意见", 2000);
    }

    private static String required(String text, String label, int longest) {
        if (text == null || text.isBlank()) throw Refusal.ofRule("请填写" + label);
        if (text.length() > longest) throw Refusal.ofRule(label + "最多" + longest + "字，现有" + text.length() + "字");
        return text.strip();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
