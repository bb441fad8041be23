package org.rectification.rectification.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.rectification.organization.Person;
import org.rectification.rectification.Drafting;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.TaskDraft;
import org.rectification.rectification.TaskFile;
import org.rectification.rectification.TaskSupport;
import org.rectification.supervision.web.CampaignSheets;
import org.rectification.supervision.web.FindingLine;
import org.rectification.supervision.web.ProposalLine;
import org.rectification.supervision.web.ProposalSheets;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tasks/{taskNumber}")
@Tag(name = "整改任务", description = "一项任务的全部情况")
class TaskController {

    private final LedgerView ledger;
    private final Drafting drafting;
    private final TaskSupport support;

    private final CampaignSheets campaigns;
    private final ProposalSheets proposals;

    TaskController(LedgerView ledger, Drafting drafting, TaskSupport support, CampaignSheets campaigns, ProposalSheets proposals) {
        this.ledger = ledger;
        this.drafting = drafting;
        this.support = support;
        this.campaigns = campaigns;
        this.proposals = proposals;
    }

    /** What the ledger says, and what others have found about it. */
    record WholeFile(@JsonUnwrapped TaskFile file, List<FindingLine> findings, List<ProposalLine> proposals) {}

    record OutsideInstalment(String text) {}

    @GetMapping
    @Operation(summary = "台账行、问题表述、措施、销号标准、配合落实情况、各轮意见和佐证材料、督导检查发现的问题、监督建议")
    WholeFile file(@PathVariable String taskNumber, Person reader) {
        return new WholeFile(ledger.file(taskNumber, reader), campaigns.ofTask(taskNumber), proposals.ofTask(taskNumber));
    }

    @PutMapping
    @Operation(summary = "下达前修改任务；未提交的项目保持原样，审定方案中的任务须附理由")
    TaskLine change(@PathVariable String taskNumber, @RequestBody TaskDraft sent, Person by) {
        drafting.changeTask(taskNumber, sent, by);
        return TaskLine.of(ledger.draftedTask(taskNumber));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "下达前删除任务；审定方案中的任务须附理由")
    void remove(@PathVariable String taskNumber, @RequestParam(required = false) String reason, @RequestBody(required = false) CaseController.Reason body, Person by) {
        drafting.removeTask(taskNumber, CaseController.Reason.either(reason, body), by);
    }

    @PutMapping("/instalments/{body}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "责任科室代外部配合单位填写配合落实情况，以单位名称为地址，只填一次")
    void confirmOutside(@PathVariable String taskNumber, @PathVariable String body, @RequestBody OutsideInstalment sent, Person by) {
        support.confirmedOutside(taskNumber, body, sent.text(), by);
    }
}
