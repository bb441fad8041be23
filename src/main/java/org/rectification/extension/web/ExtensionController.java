package org.rectification.extension.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.rectification.evidence.web.UploadedFile;
import org.rectification.extension.DeadlineExtension;
import org.rectification.extension.Extensions;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerView;
import org.rectification.rectification.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/tasks/{taskNumber}/extensions")
@Tag(name = "延期", description = "整改时限届满前的延期申请")
class ExtensionController {

    private final Extensions extensions;
    private final ExtensionSheets sheets;
    private final LedgerView ledger;

    ExtensionController(Extensions extensions, ExtensionSheets sheets, LedgerView ledger) {
        this.extensions = extensions;
        this.sheets = sheets;
        this.ledger = ledger;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "申请延期，须在时限届满前提出；deadline 为延期后的时限，至少附一份佐证材料（file）")
    ExtensionLine request(@PathVariable String taskNumber, @RequestParam(required = false) String deadline, @RequestParam(required = false) String reason,
                          @RequestPart(name = "file", required = false) List<MultipartFile> files, Person by) {
        DeadlineExtension requested = extensions.requested(taskNumber, deadline, reason, by, UploadedFile.all(files));
        return list(taskNumber, by).content().stream().filter(line -> line.extensionKey().equals(requested.extensionKey())).findFirst().orElseThrow();
    }

    @GetMapping
    @Operation(summary = "历次延期申请，先提出的在前")
    Listing<ExtensionLine> list(@PathVariable String taskNumber, Person reader) {
        List<ExtensionLine> all = sheets.lines(ledger.readable(taskNumber, reader));
        return new Listing<>(all, 0, all.size(), all.size());
    }
}
