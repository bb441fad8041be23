package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a task from 下达 to 已销号, each in the transaction of the step that caused it. The task's row is locked
 * first, so that no file slips in beside a submission that freezes the round.
 */
@Service
@Transactional
public class TaskLifecycle {

    private final Tasks tasks;
    private final LaunchClaims claims;
    private final Rounds rounds;
    private final Measures measures;
    private final EvidenceStore evidence;
    private final SupportingParties supporting;
    private final Instalments instalments;
    private final Organization organization;
    private final OpenTasks openTasks;
    private final Responsibilities responsibilities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskLifecycle(Tasks tasks, LaunchClaims claims, Rounds rounds, Measures measures, EvidenceStore evidence, SupportingParties supporting,
                  Instalments instalments, Organization organization, OpenTasks openTasks, Responsibilities responsibilities, ApplicationEventPublisher events, Clock clock) {
        this.tasks = tasks;
        this.claims = claims;
        this.rounds = rounds;
        this.measures = measures;
        this.evidence = evidence;
        this.supporting = supporting;
        this.instalments = instalments;
        this.organization = organization;
        this.openTasks = openTasks;
        this.responsibilities = responsibilities;
        this.events = events;
        this.clock = clock;
    }

    /** An instance begins for a task that the launch has claimed, and for no other. */
    public void issued(String taskNumber) {
        claims.begin(taskNumber);
    }

    public void submitted(String taskNumber, String by, String statement) {
        RectificationTask task = tasks.getLocked(taskNumber);
        rounds.write(task.submit(rounds.current(task), awaitedParties(taskNumber), organization.person(by), statement, now()));
        requireSomebodyToEndorse(task);
        tasks.save(task);
    }

    private List<String> awaitedParties(String taskNumber) {
        List<Instalment> awaited = instalments.of(taskNumber).stream().filter(Instalment::isAwaited).toList();
        if (awaited.isEmpty()) return List.of();
        Map<String, String> departments = organization.departmentNames();
        return awaited.stream().map(each -> each.outside() ? each.party() : departments.get(each.party())).toList();
    }

    public void endorsed(String taskNumber, String by, boolean endorsed, String opinion) {
        RectificationTask task = tasks.getLocked(taskNumber);
        rounds.write(task.endorse(rounds.current(task), organization.person(by), endorsed, opinion, now()));
        tasks.save(task);
    }

    public void checked(String taskNumber, String by, boolean passed, String opinion) {
        RectificationTask task = tasks.getLocked(taskNumber);
        rounds.write(task.check(rounds.current(task), organization.person(by), passed, opinion, now()));
        tasks.save(task);
    }

    /** @return whether this was the last open item of the case's ledger */
    public boolean signedOff(String taskNumber, String by, boolean approved, boolean sustained, String opinion) {
        RectificationTask task = tasks.getLocked(taskNumber);
        rounds.write(task.signOff(rounds.current(task), organization.person(by), approved, sustained, opinion, now()));
        tasks.save(task);
        if (!approved) return false;
        events.publishEvent(new TaskSignedOff(taskNumber));
        return openTasks.oneLess(task.caseNumber());
    }

    /** What this person is deciding in this transaction rests on more than his opinion. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void restsOn(Footing footing, String taskNumber, int round, String by) {
        if (!footing.isBare()) rounds.found(taskNumber, round, by, footing);
    }

    /** 反弹: back to the ledger and counted as open; the next instance of the task begins in the same transaction. */
    public void rebounded(String taskNumber, LocalDate newDeadline) {
        RectificationTask task = tasks.getLocked(taskNumber);
        task.rebound(newDeadline);
        tasks.save(task);
        openTasks.oneRebounded(task.caseNumber());
        claims.claim(List.of(task));
    }

    /**
     * The last wall before 已销号: without four people on one and the same evidence nothing leaves the ledger.
     *
     * @param round the one that was signed off, null for the present one; an earlier one has rebounded since
     */
    public void requireFourPeople(String taskNumber, Integer round) {
        RectificationTask task = tasks.get(taskNumber);
        boolean reboundedSince = round != null && round < task.round();
        if (!reboundedSince && task.status() != TaskStatus.SIGNED_OFF || !rounds.of(task, reboundedSince ? round : task.round()).isVerifiedByFour()) {
            throw Refusal.ofRule("任务" + taskNumber + "尚未经报验、审签、核查、销号四人办理，不能销号");
        }
    }

    /** As the row says; {@link #task} may be as it was when it was launched in this transaction. */
    @Transactional(readOnly = true)
    public int round(String taskNumber) {
        return tasks.get(taskNumber).round();
    }

    @Transactional(readOnly = true)
    public RectificationTask task(String taskNumber) {
        return claims.claimed(taskNumber).orElseGet(() -> tasks.get(taskNumber));
    }

    /** 问题2：…, the problem that this task puts right. */
    @Transactional(readOnly = true)
    public String problemOf(String taskNumber) {
        Problem problem = claims.problemOf(task(taskNumber));
        return "问题" + problem.number() + "：" + problem.title();
    }

    /** Who contributed to the present round or has decided in it, and therefore decides no more in it. */
    @Transactional(readOnly = true)
    public Set<String> tookPart(String taskNumber) {
        Round current = rounds.current(tasks.get(taskNumber));
        Set<String> people = current.contributors();
        current.decisions().forEach(decision -> people.add(decision.person()));
        return people;
    }

    /** The lead leader's user id where a head of the department had a hand in the round himself, so that somebody above him endorses it. */
    @Transactional(readOnly = true)
    public Optional<String> leaderWhoEndorses(String taskNumber) {
        RectificationTask task = tasks.get(taskNumber);
        return headContributed(task, rounds.current(task).contributors()) ? Optional.of(task.leadLeader()) : Optional.empty();
    }

    /** Then no head is asked at all; where a head merely uploaded something, another head may still endorse. */
    @Transactional(readOnly = true)
    public boolean wasSubmittedByHead(String taskNumber) {
        RectificationTask task = tasks.get(taskNumber);
        return rounds.current(task).decisionOf(Role.SUBMITTER).filter(submitted -> headContributed(task, Set.of(submitted.person()))).isPresent();
    }

    private boolean headContributed(RectificationTask task, Set<String> contributors) {
        return contributors.stream().anyMatch(userId -> organization.person(userId).headsDepartment(task.leadDepartment()));
    }

    /** A round that nobody could endorse would stand still for ever. */
    private void requireSomebodyToEndorse(RectificationTask task) {
        Set<String> contributors = rounds.current(task).contributors();
        if (contributors.contains(task.leadLeader()) && headContributed(task, contributors)) {
            throw Refusal.ofRule("本轮须由责任领导审签，而责任领导本人参与了报验或上传了佐证材料，请由其他经办人上传并报验");
        }
    }

    /**
     * Files evidence for the round that is open, by the department that leads the task or by one that supports it.
     *
     * @param measure the measure it shows, null where it shows the task as a whole
     */
    public List<EvidenceFile> fileEvidence(String taskNumber, Integer measure, Person by, List<EvidenceStore.Upload> uploads) {
        RectificationTask task = openRound(taskNumber, by);
        if (measure != null) measures.require(taskNumber, measure);
        return evidence.file(taskNumber, task.round(), measure, by.userId(), uploads);
    }

    /** @param measure the measure it shows from now on, null for none */
    public void assignEvidence(String taskNumber, long id, Integer measure, Person by) {
        EvidenceFile file = openFile(taskNumber, id, by, "不能改动");
        if (measure != null) measures.require(taskNumber, measure);
        evidence.assign(file, measure);
    }

    public void takeBackEvidence(String taskNumber, long id, Person by) {
        evidence.takeBack(openFile(taskNumber, id, by, "不能撤回"));
    }

    private EvidenceFile openFile(String taskNumber, long id, Person by, String notAllowed) {
        RectificationTask task = openRound(taskNumber, by);
        EvidenceFile file = evidence.get(taskNumber, id);
        if (file.round() == EvidenceStore.OUTSIDE_ROUNDS) throw Refusal.ofRule("“" + file.fileName() + "”已随申请提交，" + notAllowed);
        if (!by.handlesFor(task.leadDepartment()) && !file.uploadedBy().equals(by.userId())) {
            throw Refusal.notYours("“" + file.fileName() + "”由他人上传，" + notAllowed + "，只能由上传人或责任科室办理");
        }
        if (file.round() != task.round()) throw Refusal.ofRule("“" + file.fileName() + "”属于第" + file.round() + "次报验，已固定，" + notAllowed);
        responsibilities.takenOverAt(task).filter(file.uploadedAt()::isBefore).ifPresent(at -> {
            throw Refusal.ofRule("“" + file.fileName() + "”由原责任科室在移交前上传，须留存，" + notAllowed);
        });
        return file;
    }

    /** Whether the round is open and this person may add to it. */
    @Transactional(readOnly = true)
    public boolean takesEvidence(String taskNumber, Person by) {
        RectificationTask task = tasks.get(taskNumber);
        return task.status() == TaskStatus.IN_PROGRESS && isCarriedOutBy(task, by);
    }

    private RectificationTask openRound(String taskNumber, Person by) {
        RectificationTask task = tasks.getLocked(taskNumber);
        if (!isCarriedOutBy(task, by)) throw Refusal.notYours("任务" + taskNumber + "由其他科室承办，您不能上传或撤回佐证材料");
        task.requireInProgress("上传或撤回佐证材料");
        return task;
    }

    private boolean isCarriedOutBy(RectificationTask task, Person by) {
        return by.handlesFor(task.leadDepartment()) || supporting.isSupportedBy(task.taskNumber(), by);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
