package org.rectification.change;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskDeadlines;
import org.rectification.rectification.TaskPart;
import org.rectification.rectification.TaskEnded;
import org.rectification.rectification.TaskSuccession;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 任务调整 from the office's request to the moment the ledger follows it; nothing changes before the leading group has said so. */
@Service
@Transactional
public class Changes {

    private final ChangeRequests requests;
    private final TaskDeadlines tasks;
    private final TaskSuccession succession;
    private final Organization organization;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Changes(ChangeRequests requests, TaskDeadlines tasks, TaskSuccession succession, Organization organization, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.tasks = tasks;
        this.succession = succession;
        this.organization = organization;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public TaskChange requested(String taskNumber, ChangeDraft draft, Person by) {
        RectificationTask task = tasks.held(taskNumber);
        if (!by.isIn(Groups.RECTIFICATION_OFFICE)) throw Refusal.notYours("任务调整由整改办提出，您不在整改办");
        List<TaskChange> earlier = requests.findByTaskNumberOrderByOrdinal(taskNumber);
        whyNot(task, earlier).ifPresent(refused -> {
            throw Refusal.ofRule(refused);
        });
        ChangeDraft.Entry entry = draft.checked(new ChangeDraft.Known(organization.departmentNames(), leaders()));
        requirePossible(task, entry);
        TaskChange change = requests.save(new TaskChange(taskNumber, earlier.size() + 1, entry, by.userId(), now()));
        write(change.changeKey(), entry.parts());
        events.publishEvent(new ChangeRequested(change.changeKey()));
        return change(change.changeKey());
    }

    /** Whom a task may have as lead leader. */
    @Transactional(readOnly = true)
    public Map<String, String> leaders() {
        return organization.leaders().stream().collect(Collectors.toMap(Person::userId, Person::name, (one, other) -> one, java.util.TreeMap::new));
    }

    /** Why no change can be asked for now, in a sentence; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<String> whyNot(RectificationTask task) {
        return whyNot(task, requests.findByTaskNumberOrderByOrdinal(task.taskNumber()));
    }

    private static Optional<String> whyNot(RectificationTask task, List<TaskChange> earlier) {
        if (!task.isOpen()) return Optional.of("任务" + task.taskNumber() + "当前为“" + task.statusName() + "”，不能调整");
        return earlier.stream().filter(TaskChange::isOpen).findFirst().map(open -> "已有任务调整" + open.changeKey() + "“" + open.status().label() + "”，办结后才能再次申请");
    }

    /** What cannot be applied is not asked for. */
    private void requirePossible(RectificationTask task, ChangeDraft.Entry entry) {
        switch (entry.kind()) {
            case HAND_OVER -> {
                if (entry.leadDepartment().equals(task.leadDepartment())) throw Refusal.ofRule("任务" + task.taskNumber() + "现在就由该科室负责，不必移交");
            }
            case MERGE -> succession.requireMergeable(task.taskNumber(), entry.target());
            case WITHDRAW -> succession.requireWithdrawable(task);
            case SPLIT -> { }
        }
    }

    private void write(String changeKey, List<TaskPart> parts) {
        int ordinal = 0;
        for (TaskPart part : parts) {
            jdbc.sql("insert into ledger.task_change_part (change_key, ordinal, title, lead_department, lead_leader, sign_off_standard, measures) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(changeKey, ++ordinal, part.title(), part.leadDepartment(), part.leadLeader(), part.signOffStandard(), String.join("\n", part.measures())).update();
        }
    }

    @Transactional(readOnly = true)
    public List<TaskPart> partsOf(String changeKey) {
        return jdbc.sql("select title, lead_department, lead_leader, sign_off_standard, measures from ledger.task_change_part where change_key = ? order by ordinal").param(changeKey)
                .query((row, n) -> new TaskPart(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5) == null ? List.of() : row.getString(5).lines().toList())).list();
    }

    /** The decision begins for what has just been requested, and for nothing else. */
    public void begun(String changeKey) {
        TaskChange change = requests.get(changeKey);
        change.begun();
        requests.save(change);
    }

    /** Approved, it is applied at once or not at all. @return whether the case's ledger has no open task left */
    public boolean decided(String changeKey, String by, boolean approved, String opinion) {
        TaskChange change = requests.get(changeKey);
        RectificationTask task = tasks.held(change.taskNumber());
        String leadLeader = task.leadLeader();
        organization.requireImpartial(task.leadDepartment(), leadLeader, by);
        change.decided(by, leadLeader, approved, opinion, now());
        requests.save(change);
        return approved && applied(change);
    }

    private boolean applied(TaskChange change) {
        return switch (change.kind()) {
            case HAND_OVER -> {
                succession.handedOver(change.taskNumber(), change.leadDepartment(), change.leadLeader(), change.reason());
                yield false;
            }
            case MERGE -> succession.merged(change.taskNumber(), change.target());
            case SPLIT -> {
                succession.split(change.taskNumber(), partsOf(change.changeKey()));
                yield false;
            }
            case WITHDRAW -> succession.withdrawn(change.taskNumber());
        };
    }

    @EventListener
    void end(TaskEnded ended) {
        Stream.concat(requests.findByTaskNumberOrderByOrdinal(ended.taskNumber()).stream(), requests.findByTargetAndStatusOrderByTaskNumber(ended.taskNumber(), ChangeStatus.REQUESTED).stream())
                .filter(TaskChange::isOpen).forEach(open -> {
                    open.ended(now());
                    requests.save(open);
                    events.publishEvent(new ChangeEnded(open.changeKey()));
                });
    }

    @Transactional(readOnly = true)
    public TaskChange change(String changeKey) {
        return requests.get(changeKey);
    }

    /** Every request for this task, the first one first. */
    @Transactional(readOnly = true)
    public List<TaskChange> of(String taskNumber) {
        return requests.findByTaskNumberOrderByOrdinal(taskNumber);
    }

    /** Numbers of the tasks for which it is being decided whether they go into this one. */
    @Transactional(readOnly = true)
    public List<String> joining(String taskNumber) {
        return requests.findByTargetAndStatusOrderByTaskNumber(taskNumber, ChangeStatus.REQUESTED).stream().map(TaskChange::taskNumber).toList();
    }

    /** Keys of what is being decided in this case. */
    @Transactional(readOnly = true)
    public Set<String> openIn(String caseNumber) {
        return Set.copyOf(requests.openKeys(caseNumber));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
