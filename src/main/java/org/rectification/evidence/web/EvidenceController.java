package org.rectification.evidence.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.rectification.evidence.EvidenceFile;
import org.rectification.evidence.EvidenceStore;
import org.rectification.organization.Organization;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Listing;
import org.rectification.rectification.TaskFile.EvidenceLine;
import org.rectification.rectification.TaskLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/tasks/{taskNumber}/evidence")
@Tag(name = "佐证材料", description = "按报验轮次固定的文件")
class EvidenceController {

    private final EvidenceStore evidence;
    private final TaskLifecycle lifecycle;
    private final LedgerView ledger;
    private final Organization organization;

    EvidenceController(EvidenceStore evidence, TaskLifecycle lifecycle, LedgerView ledger, Organization organization) {
        this.evidence = evidence;
        this.lifecycle = lifecycle;
        this.ledger = ledger;
        this.organization = organization;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "为当前一轮报验上传佐证材料，可一次多份，全部成功或全部不存；measure 为所证明的措施序号，可不填")
    Map<String, List<EvidenceLine>> upload(@PathVariable String taskNumber, @RequestPart(name = "file", required = false) List<MultipartFile> files,
                                           @RequestParam(required = false) Integer measure, Person by) {
        return Map.of("evidence", lines(lifecycle.fileEvidence(taskNumber, measure, by, UploadedFile.all(files))));
    }

    @GetMapping
    @Operation(summary = "各轮佐证材料，先传的在前")
    Listing<EvidenceLine> list(@PathVariable String taskNumber, Person reader) {
        ledger.readable(taskNumber, reader);
        List<EvidenceLine> all = lines(evidence.of(taskNumber));
        return new Listing<>(all, 0, all.size(), all.size());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一份佐证材料的内容")
    ResponseEntity<StreamingResponseBody> content(@PathVariable String taskNumber, @PathVariable long id, Person reader) {
        ledger.readable(taskNumber, reader);
        return FileAnswer.of(evidence, evidence.get(taskNumber, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "报验前撤回本轮的一份佐证材料")
    void takeBack(@PathVariable String taskNumber, @PathVariable long id, Person by) {
        lifecycle.takeBackEvidence(taskNumber, id, by);
    }

    private List<EvidenceLine> lines(List<EvidenceFile> files) {
        Map<String, String> people = organization.personNames();
        return files.stream().map(file -> EvidenceLine.of(file, people.get(file.uploadedBy()))).toList();
    }
}
