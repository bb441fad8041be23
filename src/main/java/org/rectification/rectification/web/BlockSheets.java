package org.rectification.rectification.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.BlockDraft;
import org.rectification.rectification.BlockedTasks;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.RectificationTask;
import org.rectification.rectification.TaskBlock;
import org.rectification.rectification.web.BlockLine.ReviewLine;
import org.rectification.refusal.web.Complaint;
import org.springframework.stereotype.Component;

/** Lays out for a person what blocks or blocked a task. */
@Component
class BlockSheets {

    private final BlockedTasks blocked;
    private final LedgerView ledger;
    private final Organization organization;
    private final Clock clock;

    BlockSheets(BlockedTasks blocked, LedgerView ledger, Organization organization, Clock clock) {
        this.blocked = blocked;
        this.ledger = ledger;
        this.organization = organization;
        this.clock = clock;
    }

    BlockSheet of(String taskNumber, Person viewer, BlockDraft typed, Complaint complaint) {
        RectificationTask task = ledger.readable(taskNumber, viewer);
        List<BlockLine> newestFirst = new ArrayList<>(lines(task));
        Collections.reverse(newestFirst);
        return new BlockSheet(task, viewer.handlesFor(task.leadDepartment()), blocked.mayBringForward(task, viewer), blocked.whyNot(task).orElse(null), newestFirst, today(), typed, complaint);
    }

    List<BlockLine> lines(RectificationTask task) {
        List<TaskBlock> all = blocked.of(task.taskNumber());
        if (all.isEmpty()) return List.of();
        Map<String, String> people = organization.personNames();
        return all.stream().map(block -> line(block, people)).toList();
    }

    private BlockLine line(TaskBlock block, Map<String, String> people) {
        boolean underReview = block.isUnderReview(today());
        String awaited = switch (block.status()) {
            case REQUESTED -> "等待领导小组认定（责任领导本人除外），认定之前照常整改、照常计时";
            case BLOCKED -> underReview ? "等待整改办复核" : block.reviewOn() + "由整改办复核";
            case REFUSED, RESUMED, ENDED -> null;
        };
        return new BlockLine(block.blockKey(), block.taskNumber(), block.ordinal(), block.status(), block.status().label(), block.reason(), block.outsideBody(), block.requestDate(),
                block.requestNumber(), block.interimMeasures(), block.reviewOn(), underReview, block.requestedBy(), people.get(block.requestedBy()), block.requestedAt(),
                block.decidedBy(), people.get(block.decidedBy()), block.decidedAt(), block.opinion(), block.resumedAt(), block.pausedDays(today()), awaited,
                blocked.reviewsOf(block.blockKey()).stream().map(review -> new ReviewLine(review.stillBlocked(), review.findings(), review.nextReviewOn(), review.person(),
                        people.get(review.person()), review.reviewedAt())).toList());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
