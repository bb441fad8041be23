package org.rectification.extension;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskDeadlines;
import org.rectification.rectification.TaskHandedOver;
import org.rectification.rectification.TaskLifecycle;
import org.rectification.rectification.TaskEnded;
import org.rectification.refusal.Flaws;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 延期 from the request, which must come before the deadline is over, to the ledger's new deadline. */
@Service
@Transactional
public class Extensions {

    private static final int LONGEST_REASON = 1000;

    private final ExtensionRequests requests;
    private final TaskLifecycle tasks;
    private final TaskDeadlines deadlines;
    private final EvidenceStore evidence;
    private final Organization organization;
    private final ExtensionSettings settings;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Extensions(ExtensionRequests requests, TaskLifecycle tasks, TaskDeadlines deadlines, EvidenceStore evidence, Organization organization,
               ExtensionSettings settings, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.evidence = evidence;
        this.organization = organization;
        this.settings = settings;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param newDeadline as typed, an ISO date */
    public DeadlineExtension requested(String taskNumber, String newDeadline, String reason, Person by, List<EvidenceStore.Upload> uploads) {
        RectificationTask task = deadlines.held(taskNumber);
        if (!by.handlesFor(task.leadDepartment())) throw Refusal.notYours("任务" + taskNumber + "由其他科室承办，您不能申请延期");
        List<DeadlineExtension> earlier = requests.findByTaskNumberOrderByOrdinal(taskNumber);
        whyNot(task, earlier).ifPresent(refused -> {
            throw Refusal.ofRule(refused);
        });
        requireSomebodyToEndorse(task, by);
        Flaws flaws = new Flaws();
        LocalDate asked = requireWithinBounds(flaws, task, newDeadline);
        String because = flaws.text("reason", "延期理由", reason, LONGEST_REASON);
        if (uploads.isEmpty()) flaws.add("file", "请至少上传一份佐证材料，说明为什么不能按期完成");
        flaws.refuseInput();
        DeadlineExtension extension = requests.save(new DeadlineExtension(taskNumber, earlier.size() + 1, task.deadline(), asked, because, by.userId(), now()));
        evidence.file(taskNumber, EvidenceStore.OUTSIDE_ROUNDS, null, by.userId(), uploads)
                .forEach(file -> jdbc.sql("insert into ledger.extension_evidence (extension_key, evidence_id) values (?, ?)").params(extension.extensionKey(), file.id()).update());
        events.publishEvent(new ExtensionRequested(extension.extensionKey()));
        return extension(extension.extensionKey());
    }

    /** Why no extension can be asked for now, in a sentence; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<String> whyNot(RectificationTask task) {
        return whyNot(task, requests.findByTaskNumberOrderByOrdinal(task.taskNumber()));
    }

    private Optional<String> whyNot(RectificationTask task, List<DeadlineExtension> earlier) {
        if (!task.isUnderWay()) return Optional.of("任务" + task.taskNumber() + "当前为“" + task.status().label() + "”，不能申请延期");
        if (today().isAfter(task.deadline())) return Optional.of("整改时限" + task.deadline() + "已过，延期须在时限届满前申请，逾期申请不予受理");
        return earlier.stream().filter(each -> each.status().isOpen()).findFirst()
                .map(open -> "已有延期申请" + open.extensionKey() + "“" + open.status().label() + "”，办结后才能再次申请");
    }

    private LocalDate requireWithinBounds(Flaws flaws, RectificationTask task, String newDeadline) {
        LocalDate asked = flaws.date("deadline", "延期后的时限", newDeadline);
        if (asked == null) return null;
        if (!asked.isAfter(task.deadline())) flaws.add("deadline", "延期后的时限须晚于现在的时限" + task.deadline());
        if (asked.isAfter(latest(task))) flaws.add("deadline", "一次最多延期" + settings.longestDays() + "天，延期后的时限最晚为" + latest(task));
        return asked;
    }

    /** The last day that an extension of this task may ask for. */
    public LocalDate latest(RectificationTask task) {
        return task.deadline().plusDays(settings.longestDays());
    }

    /** A request that nobody could endorse would stand still for ever. */
    private static void requireSomebodyToEndorse(RectificationTask task, Person by) {
        if (by.headsDepartment(task.leadDepartment()) && by.userId().equals(task.leadLeader())) {
            throw Refusal.ofRule("您既是科室负责人又是责任领导，您提出的延期无人审签，请由其他经办人提出");
        }
    }

    /** The approval begins for what has just been requested, and for nothing else. */
    public void begun(String extensionKey) {
        DeadlineExtension extension = requests.get(extensionKey);
        extension.begun();
        requests.save(extension);
    }

    public void endorsed(String extensionKey, String by, boolean endorsed, String opinion) {
        DeadlineExtension extension = requests.get(extensionKey);
        extension.endorsed(by, endorsed, opinion, now());
        requests.save(extension);
    }

    /** Approved, it moves the ledger's deadline at once. */
    public void decided(String extensionKey, String by, boolean approved, String opinion) {
        DeadlineExtension extension = requests.get(extensionKey);
        RectificationTask task = tasks.task(extension.taskNumber());
        String leadLeader = task.leadLeader();
        organization.requireImpartial(task.leadDepartment(), leadLeader, by);
        extension.decided(by, leadLeader, approved, opinion, now());
        requests.save(extension);
        if (approved) deadlines.extended(extension.taskNumber(), extension.newDeadline());
    }

    @EventListener
    void end(TaskEnded ended) {
        end(ended.taskNumber());
    }

    /** The new department asks for itself. */
    @EventListener
    void end(TaskHandedOver handedOver) {
        end(handedOver.taskNumber());
    }

    private void end(String taskNumber) {
        requests.findByTaskNumberOrderByOrdinal(taskNumber).stream().filter(each -> each.status().isOpen()).forEach(open -> {
            open.ended();
            requests.save(open);
            events.publishEvent(new ExtensionEnded(open.extensionKey()));
        });
    }

    @Transactional(readOnly = true)
    public DeadlineExtension extension(String extensionKey) {
        return requests.get(extensionKey);
    }

    /** Every request for this task, the first one first. */
    @Transactional(readOnly = true)
    public List<DeadlineExtension> of(String taskNumber) {
        return requests.findByTaskNumberOrderByOrdinal(taskNumber);
    }

    /** Keys of what is being decided in this case. */
    @Transactional(readOnly = true)
    public Set<String> openIn(String caseNumber) {
        return Set.copyOf(requests.openKeys(caseNumber));
    }

    @Transactional(readOnly = true)
    public List<EvidenceFile> evidenceOf(DeadlineExtension extension) {
        Set<Long> ids = Set.copyOf(jdbc.sql("select evidence_id from ledger.extension_evidence where extension_key = ?").param(extension.extensionKey()).query(Long.class).list());
        return evidence.manifest(extension.taskNumber(), EvidenceStore.OUTSIDE_ROUNDS).files().stream().filter(file -> ids.contains(file.id())).toList();
    }

    /** The lead leader's user id where a head of the department asked himself. */
    @Transactional(readOnly = true)
    public Optional<String> leaderWhoEndorses(String extensionKey) {
        DeadlineExtension extension = requests.get(extensionKey);
        RectificationTask task = tasks.task(extension.taskNumber());
        return organization.person(extension.requestedBy()).headsDepartment(task.leadDepartment()) ? Optional.of(task.leadLeader()) : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
