package org.rectification.supervision.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.rectification.evidence.EvidenceStore;
import org.rectification.evidence.web.FileAnswer;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.organization.Person;
import org.rectification.rectification.Allowance;
import org.rectification.rectification.Allowances;
import org.rectification.rectification.Listing;
import org.rectification.supervision.Campaign;
import org.rectification.supervision.CampaignDraft;
import org.rectification.supervision.Campaigns;
import org.rectification.supervision.DepartmentChecks;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/cases/{caseNumber}/campaigns")
@Tag(name = "督导检查", description = "督导检查组对各科室的检查：发现问题、整改、复查、汇总")
class CampaignController {

    private final Campaigns campaigns;
    private final DepartmentChecks checks;
    private final CampaignSheets sheets;
    private final EvidenceStore evidence;
    private final Allowances allowances;

    CampaignController(Campaigns campaigns, DepartmentChecks checks, CampaignSheets sheets, EvidenceStore evidence, Allowances allowances) {
        this.campaigns = campaigns;
        this.checks = checks;
        this.sheets = sheets;
        this.evidence = evidence;
        this.allowances = allowances;
    }

    record FindingDraft(String text, String taskNumber, String draft) {}

    record Correction(String text) {}

    record CallOff(List<String> departments, String reason) {

        CallOff {
            departments = departments == null ? List.of() : departments;
        }
    }

    /** @param usualCorrectionDays what the checker is offered, in working days */
    record CheckSheet(CampaignLine campaign, CheckLine check, int usualCorrectionDays) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "发起督导检查；departments 为科室代码，problems 为问题序号（代表承办其任务的科室），至少选一个")
    CampaignSheet open(@PathVariable String caseNumber, @RequestBody CampaignDraft draft, Person by) {
        Campaign opened = campaigns.opened(caseNumber, draft, by);
        return sheets.sheet(caseNumber, opened.ordinal(), by);
    }

    @GetMapping
    @Operation(summary = "历次督导检查，新的在前；科室人员只见涉及本科室的")
    Listing<CampaignLine> list(@PathVariable String caseNumber, Person reader) {
        List<CampaignLine> all = sheets.of(caseNumber, reader);
        return new Listing<>(all, 0, all.size(), all.size());
    }

    @GetMapping("/{number}")
    @Operation(summary = "一次督导检查：科室×检查问题；科室人员只见本科室")
    CampaignSheet sheet(@PathVariable String caseNumber, @PathVariable int number, Person reader) {
        return sheets.sheet(caseNumber, number, reader);
    }

    @PostMapping("/{number}/calling-off")
    @Operation(summary = "取消对若干科室的检查，写明原因；已去检查或已记录问题的不能取消")
    CampaignSheet callOff(@PathVariable String caseNumber, @PathVariable int number, @RequestBody CallOff sent, Person by) {
        campaigns.calledOff(campaigns.campaign(caseNumber, number).campaignNumber(), sent.departments(), sent.reason(), by);
        return sheets.sheet(caseNumber, number, by);
    }

    @GetMapping("/{number}/{department}")
    @Operation(summary = "一次督导检查中的一个科室")
    CheckSheet check(@PathVariable String caseNumber, @PathVariable int number, @PathVariable String department, Person reader) {
        CheckLine check = sheets.check(caseNumber, number, department, reader);
        return new CheckSheet(sheets.sheet(caseNumber, number, reader).line(), check, allowances.days(Allowance.CORRECT));
    }

    @PostMapping("/{number}/{department}/findings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "记录一个检查发现的问题，边写边存；提交“现场检查”之前都可以改；draft 为调用方自定的名称，同名重复提交只记一个")
    FindingLine record(@PathVariable String caseNumber, @PathVariable int number, @PathVariable String department, @RequestBody FindingDraft draft, Person by) {
        return line(caseNumber, number, department, checks.recorded(key(caseNumber, number, department), draft.text(), draft.taskNumber(), draft.draft(), by).id(), by);
    }

    @PutMapping("/{number}/{department}/findings/{id}")
    @Operation(summary = "改写一个检查发现的问题")
    FindingLine rewrite(@PathVariable String caseNumber, @PathVariable int number, @PathVariable String department, @PathVariable long id, @RequestBody FindingDraft draft, Person by) {
        checks.rewritten(key(caseNumber, number, department), id, draft.text(), draft.taskNumber(), by);
        return line(caseNumber, number, department, id, by);
    }

    @DeleteMapping("/{number}/{department}/findings/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删去一个记错的问题和它的照片")
    void strike(@PathVariable String caseNumber, @PathVariable int number, @PathVariable String department, @PathVariable long id, Person by) {
        checks.struck(key(caseNumber, number, department), id, by);
    }

    @PutMapping("/{number}/{department}/findings/{id}/correction")
    @Operation(summary = "科室写明一个问题怎样整改，边写边存")
    FindingLine correct(@PathVariable String caseNumber, @PathVariable int number, @PathVariable String department, @PathVariable long id, @RequestBody Correction sent, Person by) {
        checks.correctionWritten(key(caseNumber, number, department), id, sent.text(), by);
        return line(caseNumber, number, department, id, by);
    }

    @PostMapping(path = "/{number}/{department}/findings/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "现场检查时上传问题照片，整改时上传整改佐证材料")
    FindingLine upload(@PathVariable String caseNumber, @PathVariable int number, @PathVariable String department, @PathVariable long id,
                       @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by) {
        checks.filed(key(caseNumber, number, department), id, by, UploadedFile.all(files));
        return line(caseNumber, number, department, id, by);
    }

    @GetMapping("/{number}/{department}/findings/{id}/files/{fileId}")
    @Operation(summary = "一份照片或材料的内容")
    ResponseEntity<StreamingResponseBody> content(@PathVariable String caseNumber, @PathVariable int number, @PathVariable String department, @PathVariable long id,
                                                  @PathVariable long fileId, Person reader) {
        return FileAnswer.of(evidence, checks.file(key(caseNumber, number, department), id, fileId, reader));
    }

    @DeleteMapping("/{number}/{department}/findings/{id}/files/{fileId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "提交之前撤回一份照片或材料")
    void takeBack(@PathVariable String caseNumber, @PathVariable int number, @PathVariable String department, @PathVariable long id, @PathVariable long fileId, Person by) {
        checks.takenBack(key(caseNumber, number, department), id, fileId, by);
    }

    private String key(String caseNumber, int number, String department) {
        return campaigns.campaign(caseNumber, number).campaignNumber() + ":" + department;
    }

    private FindingLine line(String caseNumber, int number, String department, long id, Person reader) {
        return sheets.check(caseNumber, number, department, reader).findings().stream().filter(finding -> finding.id() == id).findFirst().orElseThrow();
    }
}
