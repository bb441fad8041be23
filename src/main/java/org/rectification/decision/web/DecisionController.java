package org.rectification.decision.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.rectification.decision.Batch;
import org.rectification.decision.Deciding;
import org.rectification.decision.Outcome;
import org.rectification.decision.Step;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.organization.Person;
import org.rectification.rectification.PaperSignOffs;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/decisions")
@Tag(name = "集中办理", description = "等本人审签、核查、审定的任务，一次办理多项")
class DecisionController {

    private final DecisionSheets sheets;
    private final Deciding deciding;
    private final PaperSignOffs papers;

    DecisionController(DecisionSheets sheets, Deciding deciding, PaperSignOffs papers) {
        this.sheets = sheets;
        this.deciding = deciding;
        this.papers = papers;
    }

    record Outcomes(List<Outcome> outcomes) {}

    @GetMapping
    @Operation(summary = "等本人办理的审签、核查、销号审定，按环节和案件分组；total 为总数，最多列出最紧急的100项")
    DecisionSheets.Sheet list(@Parameter(description = "代录人查看这位领导（账号）的销号审定") @RequestParam(name = "for", required = false) String leader, Person viewer) {
        return leader == null ? sheets.of(viewer) : sheets.of(leader, viewer);
    }

    @PostMapping
    @Operation(summary = "办理一批：step 为 ENDORSE、CHECK、SIGN_OFF；decisions 各写 taskNumber、round（所看的报验轮次）、choice（APPROVE、SUSTAIN 完成并长期坚持、RETURN、SKIP）、opinion；"
            + "RETURN 须有自己的 opinion，其余用共同意见 opinion（默认“同意”）；meeting 为所依据的会议在附册中的编号，可不填。每项各自生效，outcomes 逐项说明办成与否")
    Outcomes decide(@RequestBody Batch batch, Person by) {
        return new Outcomes(deciding.decided(batch, by));
    }

    /** @param leader user id */
    record PaperDraft(String leader, String taskNumber, Integer round, String choice, String opinion, String meeting) {}

    record Reason(String reason) {}

    @PostMapping(path = "/recorded", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "代录：领导（leader）在纸面上作出的一项销号审定，由其代录人录入并附签批件扫描件（file）；leader、taskNumber、round、choice、opinion、meeting 同上")
    Outcomes record(@ModelAttribute PaperDraft draft, @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by) {
        Batch batch = new Batch(Step.SIGN_OFF.name(), null, draft.meeting(), List.of(new Batch.Line(draft.taskNumber(), draft.round(), draft.choice(), draft.opinion())));
        return new Outcomes(deciding.recorded(batch, draft.leader(), UploadedFile.all(files), by));
    }

    @PostMapping("/recorded/{taskNumber}/{round}/objection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "领导本人对代录提出异议（reason），限期之内；撤回之前台账核对不通过")
    void object(@PathVariable String taskNumber, @PathVariable int round, @RequestBody Reason reason, Person by) {
        papers.objected(taskNumber, round, reason.reason(), by);
    }

    @PostMapping("/recorded/{taskNumber}/{round}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "领导本人撤回对代录的异议")
    void withdraw(@PathVariable String taskNumber, @PathVariable int round, Person by) {
        papers.objectionWithdrawn(taskNumber, round, by);
    }
}
