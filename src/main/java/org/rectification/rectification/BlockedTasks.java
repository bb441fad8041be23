package org.rectification.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 客观受阻 from the request to the day on which the task goes on. Its deadline stays what it was; nothing ever counts it as done. */
@Service
@Transactional
public class BlockedTasks {

    private final Tasks tasks;
    private final TaskBlocks blocks;
    private final ApplicationEventPublisher events;
    private final Organization organization;
    private final BlockSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    BlockedTasks(Tasks tasks, TaskBlocks blocks, ApplicationEventPublisher events, Organization organization, BlockSettings settings, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.blocks = blocks;
        this.events = events;
        this.organization = organization;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public TaskBlock requested(String taskNumber, BlockDraft draft, Person by) {
        RectificationTask task = tasks.getLocked(taskNumber);
        if (!by.handlesFor(task.leadDepartment())) throw Refusal.notYours("任务" + taskNumber + "由其他科室承办，您不能申请认定客观受阻");
        List<TaskBlock> earlier = blocks.findByTaskNumberOrderByOrdinal(taskNumber);
        whyNot(task, earlier).ifPresent(refused -> {
            throw Refusal.ofRule(refused);
        });
        TaskBlock block = blocks.save(new TaskBlock(taskNumber, earlier.size() + 1, draft.checked(today(), today().plusDays(settings.longestDays())), by.userId(), now()));
        events.publishEvent(new BlockRequested(block.blockKey()));
        return blocks.get(block.blockKey());
    }

    /** Why nobody can ask for it now, in a sentence; empty where one can. */
    @Transactional(readOnly = true)
    public Optional<String> whyNot(RectificationTask task) {
        return whyNot(task, blocks.findByTaskNumberOrderByOrdinal(task.taskNumber()));
    }

    private static Optional<String> whyNot(RectificationTask task, List<TaskBlock> earlier) {
        Optional<TaskBlock> open = earlier.stream().filter(each -> each.status().isOpen()).findFirst();
        if (open.isPresent()) return open.map(each -> "已有受阻认定" + each.blockKey() + "“" + each.status().label() + "”，不能重复申请");
        return task.status() == TaskStatus.IN_PROGRESS ? Optional.empty()
                : Optional.of("任务" + task.taskNumber() + "当前为“" + task.status().label() + "”，只有“" + TaskStatus.IN_PROGRESS.label() + "”时才能申请认定客观受阻");
    }

    /** The decision begins for what has just been requested, and for nothing else. */
    public void begun(String blockKey) {
        TaskBlock block = blocks.get(blockKey);
        block.begun();
        blocks.save(block);
    }

    public void decided(String blockKey, String by, boolean approved, String opinion) {
        TaskBlock block = blocks.get(blockKey);
        RectificationTask task = tasks.getLocked(block.taskNumber());
        organization.requireImpartial(task.leadDepartment(), task.leadLeader(), by);
        block.decided(by, task.leadLeader(), approved, opinion, now());
        blocks.save(block);
        if (!approved) return;
        task.block();
        tasks.save(task);
        events.publishEvent(new DeadlineMoved(task.taskNumber(), task.dueOn()));
    }

    /** By the department that is blocked or by the office. */
    public void reviewBroughtForward(String taskNumber, int ordinal, Person by) {
        RectificationTask task = tasks.getLocked(taskNumber);
        if (!mayBringForward(task, by)) throw Refusal.notYours("任务" + taskNumber + "由其他科室承办，您不能申请提前复核");
        TaskBlock block = blocks.get(taskNumber + ":B" + ordinal);
        block.reviewBroughtForward(today());
        blocks.save(block);
        events.publishEvent(new EarlyReviewRequested(block.blockKey()));
    }

    public boolean mayBringForward(RectificationTask task, Person by) {
        return by.handlesFor(task.leadDepartment()) || by.isIn(Groups.RECTIFICATION_OFFICE);
    }

    public void reviewed(String blockKey, String by, boolean stillBlocked, String nextReviewOn, String findings) {
        TaskBlock block = blocks.get(blockKey);
        RectificationTask task = tasks.getLocked(block.taskNumber());
        BlockReview review = block.reviewed(by, stillBlocked, nextReviewOn, findings, settings.longestDays(), now());
        jdbc.sql("""
                insert into ledger.block_review (block_key, ordinal, still_blocked, findings, next_review_on, person, reviewed_at)
                values (?, ?, ?, ?, ?, ?, ?)""").params(blockKey, reviewsOf(blockKey).size() + 1, review.stillBlocked(), review.findings(), review.nextReviewOn(),
                review.person(), review.reviewedAt()).update();
        blocks.save(block);
        if (stillBlocked) return;
        task.resume();
        tasks.save(task);
        events.publishEvent(new DeadlineMoved(task.taskNumber(), task.dueOn()));
    }

    @EventListener
    void end(TaskEnded ended) {
        blocks.findByTaskNumberOrderByOrdinal(ended.taskNumber()).stream().filter(block -> block.status().isOpen()).forEach(block -> {
            block.ended(now());
            blocks.save(block);
            events.publishEvent(new BlockEnded(block.blockKey()));
        });
    }

    @Transactional(readOnly = true)
    public TaskBlock block(String blockKey) {
        return blocks.get(blockKey);
    }

    /** Every request for this task, the first one first. */
    @Transactional(readOnly = true)
    public List<TaskBlock> of(String taskNumber) {
        return blocks.findByTaskNumberOrderByOrdinal(taskNumber);
    }

    /** What is being decided or lasts in this case. */
    @Transactional(readOnly = true)
    public List<TaskBlock> openIn(String caseNumber) {
        return blocks.openIn(caseNumber);
    }

    /** The first one first. */
    @Transactional(readOnly = true)
    public List<BlockReview> reviewsOf(String blockKey) {
        return jdbc.sql("select block_key, still_blocked, findings, next_review_on, person, reviewed_at from ledger.block_review where block_key = ? order by ordinal")
                .param(blockKey).query(BlockReview.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
