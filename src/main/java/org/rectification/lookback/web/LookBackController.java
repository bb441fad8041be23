package org.rectification.lookback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.lookback.LookBacks;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Listing;
import org.rectification.rectification.TaskFile.EvidenceLine;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/tasks/{taskNumber}/look-backs")
@Tag(name = "回头看", description = "销号数月后的回头看")
class LookBackController {

    private final LookBacks lookBacks;
    private final LookBackSheets sheets;
    private final LedgerView ledger;

    LookBackController(LookBacks lookBacks, LookBackSheets sheets, LedgerView ledger) {
        this.lookBacks = lookBacks;
        this.sheets = sheets;
        this.ledger = ledger;
    }

    @GetMapping
    @Operation(summary = "历次回头看，先发起的在前")
    Listing<LookBackLine> list(@PathVariable String taskNumber, Person reader) {
        List<LookBackLine> all = sheets.lines(ledger.readable(taskNumber, reader).taskNumber());
        return new Listing<>(all, 0, all.size(), all.size());
    }

    @PostMapping(path = "/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "为正在办理的回头看上传佐证材料，可一次多份，全部成功或全部不存")
    Map<String, List<EvidenceLine>> upload(@PathVariable String taskNumber, @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by) {
        return Map.of("evidence", sheets.evidence(lookBacks.fileEvidence(taskNumber, by, UploadedFile.all(files))));
    }

    @DeleteMapping("/evidence/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "作出结论前由上传人撤回一份佐证材料")
    void takeBack(@PathVariable String taskNumber, @PathVariable long id, Person by) {
        lookBacks.takeBackEvidence(taskNumber, id, by);
    }
}
