package org.rectification.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.rectification.ledger.LedgerWorkbook;
import org.rectification.organization.Person;
import org.rectification.rectification.LedgerFilter;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/{caseNumber}")
@Tag(name = "巡察整改", description = "案件、问题和整改任务")
class LedgerController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final LedgerWorkbook workbook;

    LedgerController(LedgerWorkbook workbook) {
        this.workbook = workbook;
    }

    /** Written on the request's own thread: an asynchronous answer would be broken off on a slow line. */
    @GetMapping("/ledger.xlsx")
    @Operation(summary = "整改台账（Excel）：台账、问题清单、任务清单、责任清单；科室只见与本科室有关的任务；筛选与台账行相同")
    void ledger(@PathVariable String caseNumber, @ParameterObject LedgerFilter filter, Person reader, HttpServletResponse response) throws IOException {
        LedgerWorkbook.Contents contents = workbook.contents(caseNumber, filter, reader);
        response.setContentType(XLSX);
        response.setHeader("Content-Disposition", ContentDisposition.attachment().filename(contents.fileName(), StandardCharsets.UTF_8).build().toString());
        workbook.write(contents, response.getOutputStream());
    }
}
