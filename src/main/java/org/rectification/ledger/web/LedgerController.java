package org.rectification.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.rectification.ledger.ImportReport;
import org.rectification.ledger.LedgerImport;
import org.rectification.ledger.LedgerWorkbook;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerFilter;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/cases/{caseNumber}")
@Tag(name = "巡察整改", description = "案件、问题和整改任务")
class LedgerController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final LedgerWorkbook workbook;
    private final LedgerImport ledgers;

    LedgerController(LedgerWorkbook workbook, LedgerImport ledgers) {
        this.workbook = workbook;
        this.ledgers = ledgers;
    }

    /** Written on the request's own thread: an asynchronous answer would be broken off on a slow line. */
    @GetMapping("/ledger.xlsx")
    @Operation(summary = "整改台账（Excel）：台账、问题清单、任务清单、责任清单；科室只见与本科室有关的任务；筛选、排序与台账行相同")
    void ledger(@PathVariable String caseNumber, @ParameterObject LedgerFilter filter, @RequestParam(required = false) String sort, Person reader, HttpServletResponse response) throws IOException {
        LedgerWorkbook.Contents contents = workbook.contents(caseNumber, filter, sort, reader);
        response.setContentType(XLSX);
        response.setHeader("Content-Disposition", ContentDisposition.attachment().filename(contents.fileName(), StandardCharsets.UTF_8).build().toString());
        workbook.write(contents, response.getOutputStream());
    }

    @PostMapping(path = "/ledger", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "导入台账（Excel），逐行答复新增、修改、不能导入及原因；dryRun=true 只试不改。正式导入全部成功或全部不导入；"
            + "任务按任务编号、问题按序号或文字辨认，没有编号的为新增；reason 为改动审定方案的统一理由，行内“变更原因”列优先")
    ImportReport imported(@PathVariable String caseNumber, @RequestParam(defaultValue = "false") boolean dryRun, @RequestParam(required = false) String reason,
                          @RequestPart(required = false) MultipartFile file, Person by) throws IOException {
        ledgers.requireImporter(caseNumber, by);
        try (ReceivedFile received = ReceivedFile.of(file)) {
            return dryRun ? ledgers.tried(caseNumber, received.upload(), reason, by) : ledgers.imported(caseNumber, received.upload(), reason, null, by);
        }
    }
}
