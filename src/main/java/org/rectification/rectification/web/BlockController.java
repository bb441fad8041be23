package org.rectification.rectification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.rectification.organization.Person;
import org.rectification.rectification.BlockDraft;
import org.rectification.rectification.BlockedTasks;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tasks/{taskNumber}/blocks")
@Tag(name = "客观受阻", description = "因外部原因暂时无法推进的任务")
class BlockController {

    private final BlockedTasks blocked;
    private final BlockSheets sheets;
    private final LedgerView ledger;

    BlockController(BlockedTasks blocked, BlockSheets sheets, LedgerView ledger) {
        this.blocked = blocked;
        this.sheets = sheets;
        this.ledger = ledger;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "申请认定客观受阻：原因、外部单位、去函日期和文号、过渡措施、复核日期")
    BlockLine request(@PathVariable String taskNumber, @RequestBody BlockDraft draft, Person by) {
        return line(taskNumber, blocked.requested(taskNumber, draft, by).ordinal(), by);
    }

    @PostMapping("/{number}/review")
    @Operation(summary = "受阻情况提前变化时，申请整改办提前复核")
    BlockLine bringReviewForward(@PathVariable String taskNumber, @PathVariable int number, Person by) {
        blocked.reviewBroughtForward(taskNumber, number, by);
        return line(taskNumber, number, by);
    }

    private BlockLine line(String taskNumber, int number, Person reader) {
        return list(taskNumber, reader).content().get(number - 1);
    }

    @GetMapping
    @Operation(summary = "历次受阻认定及复核，先申请的在前")
    Listing<BlockLine> list(@PathVariable String taskNumber, Person reader) {
        List<BlockLine> all = sheets.lines(ledger.readable(taskNumber, reader));
        return new Listing<>(all, 0, all.size(), all.size());
    }
}
