package org.rectification.supervision.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.rectification.evidence.EvidenceStore;
import org.rectification.evidence.web.FileAnswer;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.organization.Person;
import org.rectification.rectification.Listing;
import org.rectification.supervision.ProposalDraft;
import org.rectification.supervision.Proposals;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/cases/{caseNumber}/proposals")
@Tag(name = "监督建议", description = "派驻纪检监察组的监督建议和答复")
class ProposalController {

    private final Proposals proposals;
    private final ProposalSheets sheets;
    private final EvidenceStore evidence;

    ProposalController(Proposals proposals, ProposalSheets sheets, EvidenceStore evidence) {
        this.proposals = proposals;
        this.sheets = sheets;
        this.evidence = evidence;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提出监督建议；department 为空即对整个被巡察单位，由整改办答复；task 为所涉任务编号，可不填")
    ProposalLine file(@PathVariable String caseNumber, @RequestBody ProposalDraft draft, Person by) {
        return sheets.line(caseNumber, proposals.filed(caseNumber, draft, by, List.of()).ordinal(), by);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提出监督建议并附材料（file）")
    ProposalLine file(@PathVariable String caseNumber, @ModelAttribute ProposalDraft draft, @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by) {
        return sheets.line(caseNumber, proposals.filed(caseNumber, draft, by, UploadedFile.all(files)).ordinal(), by);
    }

    @GetMapping
    @Operation(summary = "历次监督建议，新的在前；科室人员只见对本科室和对全单位的")
    Listing<ProposalLine> list(@PathVariable String caseNumber, Person reader) {
        List<ProposalLine> all = sheets.of(caseNumber, reader);
        return new Listing<>(all, 0, all.size(), all.size());
    }

    @GetMapping("/{number}")
    @Operation(summary = "一份监督建议和历次答复")
    ProposalLine line(@PathVariable String caseNumber, @PathVariable int number, Person reader) {
        return sheets.line(caseNumber, number, reader);
    }

    @PostMapping(path = "/{number}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "为正在填写的答复上传材料")
    ProposalLine upload(@PathVariable String caseNumber, @PathVariable int number, @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by) {
        proposals.answerShown(caseNumber, number, by, UploadedFile.all(files));
        return sheets.line(caseNumber, number, by);
    }

    @GetMapping("/{number}/files/{id}")
    @Operation(summary = "一份材料的内容")
    ResponseEntity<StreamingResponseBody> content(@PathVariable String caseNumber, @PathVariable int number, @PathVariable long id, Person reader) {
        return FileAnswer.of(evidence, proposals.file(caseNumber, number, id, reader));
    }

    @DeleteMapping("/{number}/files/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "提交答复之前撤回一份材料")
    void takeBack(@PathVariable String caseNumber, @PathVariable int number, @PathVariable long id, Person by) {
        proposals.takenBack(caseNumber, number, id, by);
    }
}
