package org.rectification.change.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.rectification.change.ChangeDraft;
import org.rectification.change.Changes;
import org.rectification.organization.Person;
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
@RequestMapping("/api/tasks/{taskNumber}/changes")
@Tag(name = "任务调整", description = "下达后的移交、合并、拆分和撤销")
class ChangeController {

    private final Changes changes;
    private final ChangeSheets sheets;
    private final LedgerView ledger;

    ChangeController(Changes changes, ChangeSheets sheets, LedgerView ledger) {
        this.changes = changes;
        this.sheets = sheets;
        this.ledger = ledger;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "申请调整：kind 为 HAND_OVER（另填 leadDepartment、leadLeader）、MERGE（target、ground）、SPLIT（parts，至少两项）或 WITHDRAW（ground），均须填 reason")
    ChangeLine request(@PathVariable String taskNumber, @RequestBody ChangeDraft draft, Person by) {
        int number = changes.requested(taskNumber, draft, by).ordinal();
        return list(taskNumber, by).content().get(number - 1);
    }

    @GetMapping
    @Operation(summary = "历次调整申请，先提出的在前")
    Listing<ChangeLine> list(@PathVariable String taskNumber, Person reader) {
        List<ChangeLine> all = sheets.lines(ledger.readable(taskNumber, reader));
        return new Listing<>(all, 0, all.size(), all.size());
    }
}
